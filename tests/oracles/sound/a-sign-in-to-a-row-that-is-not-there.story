{"format":"lostphone-story/1","title":"restores: backup.complete","recipe":{}}
{"do":"wait-until","at_ms":1735689600000}
{"do":"create-personal","email":"mika@outlook.com","person":"Mika"}
{"do":"give-phone","phone":"Mika's old Android phone","person":"Mika","platform":"android"}
{"do":"give-phone","phone":"Mika's work Android phone","person":"Mika","platform":"android"}
{"do":"give-phone","phone":"Mika's new Android phone","person":"Mika","platform":"android"}
{"do":"sign-in-personal","phone":"Mika's new Android phone","email":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's new Android phone","recovery_account":"mika@outlook.com"}
{"do":"restore-backup","phone":"Mika's old Android phone","recovery_account":"mika@outlook.com"}
{"do":"enable-backup","phone":"Mika's old Android phone","recovery_account":"mika@outlook.com"}
{"do":"open-site","site":"PayPal"}
{"do":"enrol-at-site","phone":"Mika's old Android phone","site":"PayPal"}
{"do":"erase-phone","phone":"Mika's old Android phone"}
{"do":"sign-in-row","phone":"Mika's new Android phone","account":"mika@contoso.com"}
{"do":"restore-backup","phone":"Mika's work Android phone","recovery_account":"mika@outlook.com"}
{"end":14,"fingerprint":""}
