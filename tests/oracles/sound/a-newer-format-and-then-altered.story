{"format":"lostphone-story/1","title":"restores: backup.tamper-refused","recipe":{}}
{"do":"wait-until","at_ms":1735689600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"give-phone","phone":"Mika's work Android phone","person":"Mika","platform":"android"}
{"do":"add-microsoft","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"spoil-backups","person":"Mika","how":"newer-format"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's work Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's work Android phone","recovery_account":"mika@outlook.com","erase_existing":true}
{"do":"spoil-backups","person":"Mika","how":"altered"}
{"do":"restore-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com"}
{"end":12,"fingerprint":""}
