{"format":"lostphone-story/1","title":"restores: backup.same-platform-only","recipe":{}}
{"do":"wait-until","at_ms":1735689600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"create-personal","email":"mika2@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's new Android phone","email":"mika2@outlook.com"}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"give-phone","phone":"Mika's second Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's iPhone","email":"mika2@outlook.com"}
{"do":"enable-backup","phone":"Mika's iPhone","recovery_account":"mika2@outlook.com"}
{"do":"enable-backup","phone":"Mika's new Android phone","recovery_account":"mika2@outlook.com"}
{"do":"spoil-backups","person":"Mika","how":"exchanged"}
{"do":"restore-backup","phone":"Mika's second Android phone","recovery_account":"mika2@outlook.com"}
{"end":17,"fingerprint":""}
