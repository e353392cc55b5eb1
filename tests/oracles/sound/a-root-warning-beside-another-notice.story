{"format":"lostphone-story/1","title":"rooted: root.warn","recipe":{}}
{"do":"wait-until","at_ms":1775001600000}
{"do":"create-tenant","tenant":"Contoso","domain":"contoso.com"}
{"do":"add-worker","email":"mika@contoso.com","person":"Mika","tenant":"Contoso"}
{"do":"give-phone","phone":"Mika's iPhone","person":"Mika","platform":"ios"}
{"do":"create-apple-account","email":"mika@icloud.com","person":"Mika"}
{"do":"sign-in-to-icloud","phone":"Mika's iPhone","email":"mika@icloud.com"}
{"do":"open-site","site":"Nintendo"}
{"do":"enrol-at-site","phone":"Mika's iPhone","site":"Nintendo"}
{"do":"root-phone","phone":"Mika's iPhone"}
{"do":"spoil-backups","person":"Mika","how":"altered"}
{"do":"install-app","phone":"Mika's iPhone"}
{"do":"add-microsoft","phone":"Mika's iPhone","email":"mika@contoso.com"}
{"end":12,"fingerprint":""}
