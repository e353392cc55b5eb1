{"format":"lostphone-story/1","title":"restores: backup.complete","recipe":{}}
{"do":"wait-until","at_ms":1767225600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"spoil-backups","person":"Mika","how":"newer-format"}
{"do":"open-site","site":"Amazon"}
{"do":"enrol-at-site","phone":"Mika's Android phone","site":"Amazon"}
{"do":"open-site","site":"楽天証券"}
{"do":"enrol-at-site","phone":"Mika's Android phone","site":"楽天証券"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"restore-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com"}
{"end":12,"fingerprint":""}
