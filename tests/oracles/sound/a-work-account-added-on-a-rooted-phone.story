{"format":"lostphone-story/1","title":"lists: backup.complete","recipe":{}}
{"do":"wait-until","at_ms":1761955200000}
{"do":"create-tenant","tenant":"Contoso","domain":"contoso.com"}
{"do":"add-worker","email":"mika@contoso.com","person":"Mika","tenant":"Contoso"}
{"do":"give-phone","phone":"Mika's iPad","person":"Mika","platform":"ios"}
{"do":"root-phone","phone":"Mika's iPad"}
{"do":"add-microsoft","phone":"Mika's iPad","email":"mika@contoso.com"}
{"do":"wait-until","at_ms":1788220800000}
{"do":"sign-in-row","phone":"Mika's iPad","account":"mika@contoso.com"}
{"end":8,"fingerprint":""}
