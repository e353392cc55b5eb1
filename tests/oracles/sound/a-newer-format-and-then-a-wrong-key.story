{"format":"lostphone-story/1","title":"restores: backup.wrong-passphrase-refused","recipe":{}}
{"do":"wait-until","at_ms":1798761600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's second Android phone","person":"Mika","platform":"android"}
{"do":"give-phone","phone":"Mika's old Android phone","person":"Mika","platform":"android"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's new Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com"}
{"do":"restore-backup","phone":"Mika's second Android phone","recovery_account":"mika@outlook.com"}
{"do":"spoil-backups","person":"Mika","how":"newer-format"}
{"do":"enable-backup","phone":"Mika's second Android phone","recovery_account":"mika@outlook.com"}
{"do":"spoil-backups","person":"Mika","how":"wrong-key"}
{"do":"restore-backup","phone":"Mika's old Android phone","recovery_account":"mika@outlook.com"}
{"end":12,"fingerprint":""}
