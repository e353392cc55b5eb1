{"format":"lostphone-story/1","title":"restores: backup.same-platform-only","recipe":{}}
{"do":"wait-until","at_ms":1735689600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika.two@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika.two@icloud.com"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"add-microsoft","phone":"Mika's iPhone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's iPhone","recovery_account":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"sign-out-of-icloud","phone":"Mika's iPhone"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"open-site","site":"GitHub"}
{"do":"enrol-at-site","phone":"Mika's iPhone","site":"GitHub"}
{"do":"give-phone","phone":"Mika's new iPhone","person":"Mika","platform":"ios"}
{"do":"sign-in-to-icloud","phone":"Mika's new iPhone","email":"mika@icloud.com"}
{"do":"restore-backup","phone":"Mika's new iPhone","recovery_account":"mika@outlook.com"}
{"end":18,"fingerprint":""}
