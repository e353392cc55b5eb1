{"format":"lostphone-story/1","title":"appearing: backup.ios2.automatic","recipe":{}}
{"do":"wait-until","at_ms":1767225600000}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"give-phone","phone":"Mika's new iPhone","person":"Mika","platform":"ios"}
{"do":"sign-in-to-icloud","phone":"Mika's new iPhone","email":"mika@icloud.com"}
{"do":"open-site","site":"GitHub"}
{"do":"enrol-at-site","phone":"Mika's iPhone","site":"GitHub"}
{"do":"spoil-backups","person":"Mika","how":"newer-format"}
{"do":"open-site","site":"Amazon"}
{"do":"enrol-at-site","phone":"Mika's iPhone","site":"Amazon"}
{"end":11,"fingerprint":""}
