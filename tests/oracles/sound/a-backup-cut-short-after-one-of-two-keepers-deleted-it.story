{"format":"lostphone-story/1","title":"restores: backup.truncated-refused","recipe":{}}
{"do":"wait-until","at_ms":1735689600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's new Android phone","email":"mika@outlook.com"}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"sign-in-personal","phone":"Mika's iPhone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's iPhone","recovery_account":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com","erase_existing":true}
{"do":"disable-backup","phone":"Mika's new Android phone"}
{"do":"spoil-backups","person":"Mika","how":"cut-short"}
{"do":"restore-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com"}
{"end":16,"fingerprint":"7adaeb7241d98e7349b994227dc732849d00013819b959dd330e5a9b410696a2"}
