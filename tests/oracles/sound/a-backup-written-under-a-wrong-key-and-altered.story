{"format":"lostphone-story/1","title":"restores: backup.tamper-refused","recipe":{}}
{"do":"wait-until","at_ms":1798761600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"open-site","site":"GitHub"}
{"do":"enrol-at-site","phone":"Mika's Android phone","site":"GitHub"}
{"do":"spoil-backups","person":"Mika","how":"wrong-key"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"install-app","phone":"Mika's Android phone"}
{"do":"mend-backups","person":"Mika"}
{"do":"spoil-backups","person":"Mika","how":"altered"}
{"do":"restore-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"end":12,"fingerprint":""}
