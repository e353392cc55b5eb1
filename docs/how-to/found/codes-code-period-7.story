{"format":"lostphone-story/1","title":"codes: code.period","recipe":{"client":"mutant:parameter-loss"}}
{"do":"wait-until","at_ms":1767225600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's Android phone","email":"mika@outlook.com"}
{"do":"open-site","site":"GitHub","period_s":60}
{"do":"enrol-at-site","phone":"Mika's Android phone","site":"GitHub"}
{"do":"enable-backup","phone":"Mika's Android phone","recovery_account":"mika@outlook.com"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"restore-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com"}
{"end":9,"fingerprint":""}
