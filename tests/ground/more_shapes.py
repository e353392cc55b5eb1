"""More shapes, chosen after the finder was written and without a look at it: 16 of 26 were seen at first.

`MISSED` are those that are not looked for to this day.
"""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Callable

from shapes import b32, b64, document, groups, signed

SHAPES: dict[str, Callable[[bytes], str | bytes]] = {}
MISSED: dict[str, Callable[[bytes], str | bytes]] = {}


def bomb(times: int, size: int) -> bytes:
    """Noughts, packed so many times."""
    content = bytes(size)
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content


SHAPES["Erlang binary"] = lambda r: "<<" + ",".join(map(str, r)) + ">>"
SHAPES["Ruby inspect"] = lambda r: (
    '"'
    + "".join(
        chr(b)
        if 32 <= b < 127 and chr(b) not in '"\\#'
        else {
            7: "\\a",
            8: "\\b",
            9: "\\t",
            10: "\\n",
            11: "\\v",
            12: "\\f",
            13: "\\r",
            27: "\\e",
            34: '\\"',
            92: "\\\\",
        }.get(b, f"\\x{b:02X}")
        for b in r
    )
    + '"'
)


def hs(r):
    o = ""
    for _i, b in enumerate(r):
        if 32 <= b < 127:
            c = chr(b)
            c = {'"': '\\"', "\\": "\\\\"}.get(c, c)
            if c.isdigit() and o and re.search(r"\\\d+$", o):
                o += "\\&"
            o += c
        else:
            o += f"\\{b}"
    return '"' + o + '"'


SHAPES["Haskell show"] = hs
SHAPES["Lua %q decimal"] = lambda r: '"' + "".join(f"\\{b:03d}" for b in r) + '"'


def ihex(r):
    out = []
    for at in range(0, len(r), 16):
        p = r[at : at + 16]
        rec = bytes([len(p), at >> 8, at & 255, 0]) + p
        out.append(":" + (rec + bytes([-sum(rec) & 255])).hex().upper())
    return "\n".join(out)


SHAPES["Intel HEX"] = ihex
SHAPES["bytea"] = lambda r: "INSERT INTO k VALUES ('\\x" + r.hex() + "');"
SHAPES["IPv6"] = lambda r: ":".join(f"{w:x}" for (w,) in struct.iter_unpack(">H", r[:16]))


def guid(r):
    a, b, c = struct.unpack("<IHH", r[:8])
    return f"{{{a:08x}-{b:04x}-{c:04x}-{r[8:10].hex()}-{r[10:16].hex()}}}"


MISSED["half of it as a GUID"] = guid
SHAPES["LDIF"] = lambda r: "secret:: " + "\n ".join(groups(b64(document(r)), 60))


def b45(r):
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    o = ""
    for at in range(0, len(r) - 1, 2):
        n = r[at] * 256 + r[at + 1]
        o += letters[n % 45] + letters[n // 45 % 45] + letters[n // 2025]
    return o


SHAPES["Base45"] = b45
N = [
    "alfa",
    "bravo",
    "charlie",
    "delta",
    "echo",
    "foxtrot",
    "golf",
    "hotel",
    "india",
    "juliett",
    "kilo",
    "lima",
    "mike",
    "november",
    "oscar",
    "papa",
    "quebec",
    "romeo",
    "sierra",
    "tango",
    "uniform",
    "victor",
    "whiskey",
    "xray",
    "yankee",
    "zulu",
]
D = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
SHAPES["NATO"] = lambda r: " ".join(N[ord(c) - 65] if c.isalpha() else D[int(c)] for c in b32(r))
SHAPES["fullwidth"] = lambda r: "".join(chr(ord(c) + 0xFEE0) for c in b32(r))
SHAPES["ANSI colours"] = lambda r: "".join(f"\x1b[31m{c}\x1b[0m" for c in b32(r))
SHAPES["zero width"] = lambda r: "\u200b".join(b32(r))
SHAPES["EBCDIC"] = lambda r: b32(r).encode("cp037")
SHAPES["html table"] = lambda r: "".join(f"<tr><td>{i}</td><td>0x{b:02x}</td></tr>" for i, b in enumerate(r))
SHAPES["Clojure"] = lambda r: "[" + " ".join(map(str, signed(r))) + "]"
SHAPES["JSON of hex strings"] = lambda r: "[" + ",".join(f'"{b:02X}"' for b in r) + "]"
SHAPES["ProtoBuf debug repeated"] = lambda r: "\n".join(f"key: {b}" for b in r)
SHAPES["C++ cout setw"] = lambda r: "".join(f"{b:4d}" for b in r)
SHAPES["time-stamped numbers"] = lambda r: "\n".join(
    f"10:00:{i:02d}.{i * 37 % 1000:03d} b={b}" for i, b in enumerate(r)
)
SHAPES["unicode names"] = lambda r: "".join(f"U+{b:04X} " for b in r)
MISSED["every second letter, then the others"] = lambda r: b32(r)[::2] + b32(r)[1::2]
MISSED["Gray code"] = lambda r: bytes(b ^ (b >> 1) for b in r)
SHAPES["yenc"] = lambda r: bytes((b + 42) % 256 for b in r)
SHAPES["jwt"] = lambda r: (
    "eyJhbGciOiJub25lIn0." + base64.urlsafe_b64encode(document(r)).decode().rstrip("=") + "."
)
