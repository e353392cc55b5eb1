{"format":"lostphone-story/1","title":"switching: backup.delete-and-recreate","recipe":{}}
{"do":"wait-until","at_ms":1756684800000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"give-phone","phone":"Mika's second iPhone","person":"Mika","platform":"ios"}
{"do":"sign-in-to-icloud","phone":"Mika's second iPhone","email":"mika@icloud.com"}
{"do":"add-microsoft","phone":"Mika's iPhone","email":"mika@outlook.com"}
{"do":"hold-app-version","phone":"Mika's second iPhone","version":"6.8.32"}
{"do":"sign-in-personal","phone":"Mika's second iPhone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's second iPhone","recovery_account":"mika@outlook.com"}
{"do":"disable-backup","phone":"Mika's second iPhone"}
{"end":12,"fingerprint":""}
