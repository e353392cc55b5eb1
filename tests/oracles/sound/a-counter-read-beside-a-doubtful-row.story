{"format":"lostphone-story/1","title":"codes: code.counter","recipe":{}}
{"do":"wait-until","at_ms":1640995200000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"open-site","site":"Dropbox","kind":"hotp"}
{"do":"add-microsoft","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"enrol-at-site","phone":"Mika's Android phone","site":"Dropbox"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"wait-until","at_ms":2145916800000}
{"do":"show-code","phone":"Mika's Android phone","account":"Dropbox"}
{"do":"add-microsoft","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"show-code","phone":"Mika's Android phone","account":"Dropbox"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"restore-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com"}
{"do":"submit-code","phone":"Mika's new Android phone","account":"Dropbox"}
{"end":14,"fingerprint":""}
