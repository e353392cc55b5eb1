{"format":"lostphone-story/1","title":"appearing: backup.ios2.automatic","recipe":{}}
{"do":"wait-until","at_ms":1761955200000}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"give-phone","phone":"Mika's iPad","person":"Mika","platform":"ios"}
{"do":"sign-in-to-icloud","phone":"Mika's iPad","email":"mika@icloud.com"}
{"do":"open-site","site":"Dropbox"}
{"do":"enrol-at-site","phone":"Mika's iPhone","site":"Dropbox"}
{"do":"spoil-backups","person":"Mika","how":"newer-format"}
{"do":"enrol-at-site","phone":"Mika's iPad","site":"Dropbox"}
{"do":"give-phone","phone":"Mika's new iPad","person":"Mika","platform":"ios"}
{"do":"sign-in-to-icloud","phone":"Mika's new iPad","email":"mika@icloud.com"}
{"end":12,"fingerprint":""}
