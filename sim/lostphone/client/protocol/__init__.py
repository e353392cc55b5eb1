"""Protocol 1: the port as JSON-RPC 2.0, one object a line, in both directions.

`asked` is what a client is asked and `host` what it may ask back; `rpc` makes and tells lines apart,
`validation` reads them strictly, `redaction` covers what they hold before anybody sees it. `desk` is
Lostphone's end of the host calls and `remote` the client's. `schema` writes all of it as JSON Schema.
"""
