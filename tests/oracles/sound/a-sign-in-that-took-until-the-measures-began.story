{"format":"lostphone-story/1","title":"rooted: root.warn","recipe":{}}
{"do":"wait-until","at_ms":1767225600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"lose-messages","service":"microsoft","percent":60}
{"do":"skew-clock","phone":"Mika's Android phone","skew_ms":-20000}
{"do":"open-site","site":"Größe & Co"}
{"do":"enrol-at-site","phone":"Mika's Android phone","site":"Größe & Co"}
{"do":"wait-until","at_ms":1772236800000}
{"do":"root-phone","phone":"Mika's Android phone"}
{"do":"create-tenant","tenant":"Contoso","domain":"contoso.com"}
{"do":"add-worker","email":"mika@contoso.com","person":"Mika","tenant":"Contoso"}
{"do":"add-microsoft","phone":"Mika's Android phone","email":"mika@contoso.com"}
{"end":14,"fingerprint":""}
