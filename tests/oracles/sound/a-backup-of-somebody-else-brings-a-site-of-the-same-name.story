{"format":"lostphone-story/1","title":"codes: code.matches-site","recipe":{}}
{"do":"wait-until","at_ms":1767225600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"open-site","site":"GitHub"}
{"do":"enrol-at-site","phone":"Mika's Android phone","site":"GitHub"}
{"do":"enable-backup","phone":"Mika's Android phone"}
{"do":"give-phone","phone":"Kenji's Android phone","person":"Kenji","platform":"android"}
{"do":"restore-backup","phone":"Kenji's Android phone","recovery_account":"mika@outlook.com"}
{"do":"enrol-at-site","phone":"Kenji's Android phone","site":"GitHub"}
{"end":10,"fingerprint":"b032db360443c609c4fac7ec1e128e01d5ed6bbe972547d517dd56e1535c2b86"}
