"""How lines reach a client that runs elsewhere: over pipes to a program, or over a loopback connection.

`wire` moves lines within limits and real time; `child` starts a program and sees to its end; `tcp`
connects to one that runs already.
"""
