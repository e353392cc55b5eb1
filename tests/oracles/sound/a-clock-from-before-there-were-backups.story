{"format":"lostphone-story/1","title":"codes: code.counter","recipe":{}}
{"do":"wait-until","at_ms":1568246400000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"open-site","site":"GitHub","kind":"hotp"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"enrol-at-site","phone":"Mika's Android phone","site":"GitHub"}
{"do":"skew-clock","phone":"Mika's Android phone","skew_ms":-86400000}
{"do":"submit-code","phone":"Mika's Android phone","account":"GitHub"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"restore-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com"}
{"end":11,"fingerprint":""}
