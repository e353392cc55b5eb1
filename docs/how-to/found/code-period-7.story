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
{"end":9,"fingerprint":"a267986db46859b8a60e9b82da13b836d4d602b292cff31e572a2f1fa25fae02"}
