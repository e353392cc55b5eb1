{"format":"lostphone-story/1","title":"restores: backup.newer-format-refused","recipe":{}}
{"do":"wait-until","at_ms":1672531200000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"sign-in-personal","phone":"Mika's iPhone","email":"mika@outlook.com"}
{"do":"fill-icloud","email":"mika@icloud.com"}
{"do":"enable-backup","phone":"Mika's iPhone","recovery_account":"mika@outlook.com"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"spoil-backups","person":"Mika","how":"newer-format"}
{"do":"free-icloud","email":"mika@icloud.com"}
{"do":"give-phone","phone":"Mika's new iPhone","person":"Mika","platform":"ios"}
{"do":"sign-in-to-icloud","phone":"Mika's new iPhone","email":"mika@icloud.com"}
{"do":"restore-backup","phone":"Mika's new iPhone","recovery_account":"mika@outlook.com"}
{"end":16,"fingerprint":"30924f0e6bcf3415f14baed160f0ed8b54295ec14b245b76d093ab39abd562c3"}
