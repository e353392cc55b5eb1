{"format":"lostphone-story/1","title":"unsaved: backup.ios2.old-backup-unreachable","recipe":{}}
{"do":"wait-until","at_ms":1767225600000}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"give-phone","phone":"Mika's second iPhone","person":"Mika","platform":"ios"}
{"do":"sign-in-to-icloud","phone":"Mika's second iPhone","email":"mika@icloud.com"}
{"do":"open-site","site":"楽天証券"}
{"do":"enrol-at-site","phone":"Mika's iPhone","site":"楽天証券","login":"mika.club@example.com"}
{"do":"enrol-at-site","phone":"Mika's second iPhone","site":"楽天証券"}
{"end":9,"fingerprint":""}
