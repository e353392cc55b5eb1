{"format":"lostphone-story/1","title":"appearing: backup.ios2.automatic","recipe":{}}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"open-site","site":"楽天証券"}
{"do":"enrol-at-site","phone":"Mika's iPhone","site":"楽天証券"}
{"do":"give-phone","phone":"Mika's new iPhone","person":"Mika","platform":"ios"}
{"do":"sign-in-to-icloud","phone":"Mika's new iPhone","email":"mika@icloud.com"}
{"do":"wait-until","at_ms":1756684800000}
{"do":"open-app","phone":"Mika's iPhone"}
{"end":9,"fingerprint":""}
