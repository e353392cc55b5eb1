"""Shapes in which programs show bytes: each a small function that makes a text, or bytes, of a secret.

Written from the programs' own documents and habits, not from the finder.
"""

from __future__ import annotations

import base64
import binascii
import bz2
import gzip
import html
import io
import json
import lzma
import plistlib
import quopri
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote

SHAPES: dict[str, Callable[[bytes], str | bytes]] = {}


def shape(name: str) -> Callable[[Callable[[bytes], str | bytes]], Callable[[bytes], str | bytes]]:
    def keep(function: Callable[[bytes], str | bytes]) -> Callable[[bytes], str | bytes]:
        assert name not in SHAPES, name
        SHAPES[name] = function
        return function

    return keep


def b32(raw: bytes) -> str:
    return base64.b32encode(raw).decode().rstrip("=")


def b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def signed(raw: bytes) -> list[int]:
    return [byte - 256 if byte > 127 else byte for byte in raw]


def groups(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def document(raw: bytes) -> bytes:
    """A backup in clear, as apps write them."""
    entry = {"issuer": "Kinetic Bank", "name": "nora@example.com", "algorithm": "SHA1", "digits": 6}
    return json.dumps({"version": 3, "accounts": [entry, {**entry, "secret": b32(raw)}]}).encode()


# Lists of numbers, as languages print them
shape("Go: fmt.Println([]byte)")(lambda raw: "[" + " ".join(map(str, raw)) + "]")
shape("Go: %v with a type")(lambda raw: "[]uint8{" + ", ".join(f"0x{b:x}" for b in raw) + "}")
shape("JavaScript: Array.from")(lambda raw: json.dumps(list(raw)))
shape("JavaScript: JSON.stringify(Uint8Array)")(
    lambda raw: json.dumps({str(at): byte for at, byte in enumerate(raw)}, separators=(",", ":"))
)
shape("Node: JSON.stringify(Buffer)")(lambda raw: json.dumps({"type": "Buffer", "data": list(raw)}))
shape("Node: util.inspect(Buffer)")(lambda raw: "<Buffer " + raw.hex(" ") + ">")
shape("Node: util.inspect(Uint8Array)")(
    lambda raw: (
        f"Uint8Array({len(raw)}) [\n  "
        + ",\n  ".join(", ".join(f"{b:3}" for b in raw[at : at + 12]) for at in range(0, len(raw), 12))
        + "\n]"
    )
)
shape("Rust: {:?}")(lambda raw: str(list(raw)))
shape("Rust: {:x?}")(lambda raw: "[" + ", ".join(f"{b:x}" for b in raw) + "]")
shape("Rust: {:#?}")(lambda raw: "[\n" + "".join(f"    {b},\n" for b in raw) + "]")
shape("Rust: {:#04x?}")(lambda raw: "[\n" + "".join(f"    {b:#04x},\n" for b in raw) + "]")
shape("Swift: Data as [UInt8]")(lambda raw: f"Optional([{', '.join(map(str, raw))}])")
shape("NSData: description")(lambda raw: "<" + " ".join(groups(raw.hex(), 8)) + ">")
shape("NSData: new description")(
    lambda raw: f"{{length = {len(raw)}, bytes = 0x{' '.join(groups(raw.hex(), 8))} }}"
)
shape("Python: repr(bytes)")(repr)
shape("Python: list(bytearray)")(lambda raw: str(list(bytearray(raw))))
shape("Python: bytearray")(lambda raw: repr(bytearray(raw)))
shape("PHP: var_dump of an array")(
    lambda raw: (
        f"array({len(raw)}) {{\n" + "".join(f"  [{at}]=>\n  int({b})\n" for at, b in enumerate(raw)) + "}"
    )
)
shape("PHP: print_r")(
    lambda raw: "Array\n(\n" + "".join(f"    [{at}] => {b}\n" for at, b in enumerate(raw)) + ")\n"
)
shape("Java: Arrays.toString(byte[])")(lambda raw: str(signed(raw)))
shape("Java: (byte) casts")(lambda raw: "{" + ", ".join(f"(byte)0x{b:02x}" for b in raw) + "}")
shape("Kotlin: byteArrayOf")(lambda raw: "byteArrayOf(" + ", ".join(map(str, signed(raw))) + ")")
shape("Kotlin: toByte")(lambda raw: ", ".join(f"0x{b:02X}.toByte()" for b in raw))
shape("C: array in hex")(lambda raw: "unsigned char k[] = { " + ", ".join(f"0x{b:02X}" for b in raw) + " };")
shape("C: string with \\x")(lambda raw: '"' + "".join(f"\\x{b:02x}" for b in raw) + '"')
shape("C: string with octal")(lambda raw: '"' + "".join(f"\\{b:03o}" for b in raw) + '"')
shape("C: array of 32-bit words")(
    lambda raw: ", ".join(f"0x{word:08x}" for (word,) in struct.iter_unpack("<I", raw[: len(raw) // 4 * 4]))
)
shape("32-bit words, decimal, big-endian")(
    lambda raw: " ".join(str(word) for (word,) in struct.iter_unpack(">I", raw[: len(raw) // 4 * 4]))
)
shape("32-bit words, signed, little-endian")(
    lambda raw: str([word for (word,) in struct.iter_unpack("<i", raw[: len(raw) // 4 * 4])])
)
shape("16-bit words, decimal")(
    lambda raw: ",".join(str(word) for (word,) in struct.iter_unpack("<H", raw[: len(raw) // 2 * 2]))
)
shape("64-bit words, decimal")(
    lambda raw: ";".join(str(word) for (word,) in struct.iter_unpack(">Q", raw[: len(raw) // 8 * 8]))
)
shape("one line a number")(lambda raw: "\n".join(map(str, raw)))
shape("numbers with a label each")(
    lambda raw: "\n".join(f"key byte {at:02d} = {b}" for at, b in enumerate(raw))
)
shape("CSV of numbers")(lambda raw: "id;key\n1;" + ";".join(map(str, raw)) + "\n")
shape("XML of numbers")(lambda raw: "<key>" + "".join(f"<b>{b}</b>" for b in raw) + "</key>")
shape("YAML of numbers")(lambda raw: "key:\n" + "".join(f"  - {b}\n" for b in raw))
shape("octal numbers")(lambda raw: " ".join(f"0o{b:o}" for b in raw))
shape("binary numbers")(lambda raw: " ".join(f"{b:08b}" for b in raw))
shape("one string of bits")(lambda raw: "".join(f"{b:08b}" for b in raw))
shape("decimal numbers of three digits")(lambda raw: "".join(f"{b:03d}" for b in raw))
shape("one decimal number")(lambda raw: str(int.from_bytes(raw, "big")))
shape("one decimal number, little-endian")(lambda raw: str(int.from_bytes(raw, "little")))
shape("one decimal number with commas")(lambda raw: f"{int.from_bytes(raw, 'big'):,}")
shape("one hex number")(lambda raw: hex(int.from_bytes(raw, "big")))

# Dumps


def hexdump(raw: bytes) -> str:
    rows = []
    for at in range(0, len(raw), 16):
        part = raw[at : at + 16]
        shown = "".join(chr(b) if 32 <= b < 127 else "." for b in part)
        rows.append(f"{at:08x}  {part[:8].hex(' '):23}  {part[8:].hex(' '):23}  |{shown}|")
    return "\n".join(rows)


def xxd(raw: bytes) -> str:
    rows = []
    for at in range(0, len(raw), 16):
        part = raw[at : at + 16]
        shown = "".join(chr(b) if 32 <= b < 127 else "." for b in part)
        rows.append(f"{at:08x}: {part.hex(' ', -2):39}  {shown}")
    return "\n".join(rows)


shape("hexdump -C")(hexdump)
shape("hexdump -C, in the middle")(lambda raw: hexdump(b"some header" + raw + b"tail"))
shape("xxd")(xxd)
shape("od -b")(
    lambda raw: "\n".join(
        f"{at:07o} " + " ".join(f"{b:03o}" for b in raw[at : at + 16]) for at in range(0, len(raw), 16)
    )
)
shape("od -x")(
    lambda raw: "\n".join(
        f"{at:07o} "
        + " ".join(
            f"{w:04x}"
            for (w,) in struct.iter_unpack("<H", raw[at : at + 16][: len(raw[at : at + 16]) // 2 * 2])
        )
        for at in range(0, len(raw), 16)
    )
)
shape("hex with colons")(lambda raw: raw.hex(":").upper())
shape("hex with spaces")(lambda raw: raw.hex(" "))
shape("hex, four digits a group")(lambda raw: "-".join(groups(raw.hex(), 4)))

# Letters
shape("Base32")(b32)
shape("Base32, padded")(lambda raw: base64.b32encode(raw).decode())
shape("Base32, lower case with spaces")(lambda raw: " ".join(groups(b32(raw).lower(), 4)))
shape("Base32 with hyphens")(lambda raw: "-".join(groups(b32(raw), 4)))
shape("Base32 with dots in threes")(lambda raw: ".".join(groups(b32(raw), 3)))
shape("Base32, hex alphabet")(lambda raw: base64.b32hexencode(raw).decode())
shape("Base64, URL-safe")(lambda raw: base64.urlsafe_b64encode(raw).decode().rstrip("="))
shape("Base64 in short lines")(lambda raw: "\n".join(groups(b64(raw), 9)))
shape("PEM")(
    lambda raw: (
        "-----BEGIN KEY-----\n" + "\n".join(groups(b64(b"\x30\x2a" + raw), 64)) + "\n-----END KEY-----"
    )
)
shape("Ascii85")(lambda raw: base64.a85encode(raw, adobe=True))
shape("Base85")(base64.b85encode)
shape("uuencode")(lambda raw: "begin 644 key\n" + binascii.b2a_uu(raw).decode() + "`\nend\n")
shape("quoted-printable")(quopri.encodestring)


def base58(raw: bytes) -> str:
    letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    number, out = int.from_bytes(raw, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        out = letters[rest] + out
    return out


shape("Base58")(base58)
shape("percent")(lambda raw: "key=" + "".join(f"%{b:02X}" for b in raw))
shape("percent, twice")(lambda raw: quote(quote(raw, safe=""), safe=""))
shape("HTML entities, hex")(lambda raw: "".join(f"&#x{b:x};" for b in raw))
shape("HTML entities, decimal")(lambda raw: "".join(f"&#{b};" for b in raw))
shape("HTML of the text")(
    lambda raw: html.escape(raw.decode("latin-1")).encode("latin-1", "xmlcharrefreplace")
)
shape("JSON \\u escapes")(lambda raw: '"' + "".join(f"\\u{b:04x}" for b in raw) + '"')
shape("JavaScript \\u{} escapes")(lambda raw: "".join(f"\\u{{{b:x}}}" for b in raw))
shape("JSON in JSON")(lambda raw: json.dumps(json.dumps({"key": raw.decode("latin-1")})))
shape("data URI")(lambda raw: "data:application/octet-stream;base64," + b64(b"key:" + raw))
shape("otpauth link")(lambda raw: f"otpauth://totp/GitHub:mika?secret={b32(raw)}&issuer=GitHub")
shape("link in a link")(
    lambda raw: "https://example.com/?next=" + quote(f"otpauth://totp/GitHub:mika?secret={b32(raw)}", safe="")
)
shape("Google migration link")(
    lambda raw: (
        "otpauth-migration://offline?data="
        + quote(
            b64(
                b"\x0a"
                + bytes([len(raw) + 12])
                + b"\x0a"
                + bytes([len(raw)])
                + raw
                + b"\x12\x04mika \x01(\x010\x02"
            ),
            safe="",
        )
    )
)
shape("reversed Base32")(lambda raw: b32(raw)[::-1])
shape("reversed bytes in hex")(lambda raw: raw[::-1].hex())
shape("ROT13 of Base32")(
    lambda raw: b32(raw).translate(str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "NOPQRSTUVWXYZABCDEFGHIJKLM"))
)

# Packed
shape("zlib")(lambda raw: zlib.compress(document(raw)))
shape("zlib of the bytes alone")(lambda raw: zlib.compress(raw, 9))
shape("zlib behind a header")(lambda raw: b"BACKUP\x01\x00" + zlib.compress(document(raw), 1))
shape("raw deflate")(lambda raw: zlib.compress(document(raw), wbits=-15))
shape("gzip")(lambda raw: gzip.compress(document(raw), mtime=0))
shape("bzip2")(lambda raw: bz2.compress(document(raw)))
shape("xz")(lambda raw: lzma.compress(document(raw)))
shape("LZMA alone")(lambda raw: lzma.compress(document(raw), lzma.FORMAT_ALONE))
shape("zlib + Base64")(lambda raw: b64(zlib.compress(document(raw))))
shape("gzip + Base64")(lambda raw: json.dumps({"data": b64(gzip.compress(document(raw), mtime=0))}))
shape("gzip + Base64 in lines")(lambda raw: base64.encodebytes(gzip.compress(document(raw) * 3, mtime=0)))
shape("zlib + Base85")(lambda raw: base64.b85encode(zlib.compress(document(raw))))
shape("zlib + Ascii85")(lambda raw: base64.a85encode(zlib.compress(document(raw))))
shape("zlib + hex")(lambda raw: zlib.compress(document(raw)).hex())
shape("zlib + Base32")(lambda raw: base64.b32encode(zlib.compress(document(raw))))
shape("deflate + Base64, as SAML")(lambda raw: quote(b64(zlib.compress(document(raw), wbits=-15)), safe=""))
shape("Base64 three times")(lambda raw: b64(b64(b64(document(raw)).encode()).encode()))
shape("zlib twice")(lambda raw: zlib.compress(zlib.compress(document(raw))))
shape("zlib as a list of numbers")(lambda raw: str(list(zlib.compress(document(raw)))))


@shape("zip")
def _zip(raw: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("accounts.json"), document(raw), zipfile.ZIP_DEFLATED)
    return out.getvalue()


@shape("tar.gz")
def _tar(raw: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        info = tarfile.TarInfo("key")
        info.size = len(raw)
        packed.addfile(info, io.BytesIO(raw))
    return gzip.compress(out.getvalue(), mtime=0)


@shape("SQLite")
def _sqlite(raw: bytes) -> bytes:
    base = sqlite3.connect(":memory:")
    base.execute("create table accounts (name text, secret text)")
    base.execute("insert into accounts values ('mika', ?)", (b32(raw),))
    base.commit()
    return base.serialize()


# Binary formats
shape("bytes")(lambda raw: b"\x01key\x00" + raw + b"\xff")
shape("reversed bytes")(lambda raw: raw[::-1])
shape("UTF-16")(lambda raw: b32(raw).encode("utf-16"))
shape("UTF-16, big-endian, of hex")(lambda raw: raw.hex().encode("utf-16-be"))
shape("UTF-32")(lambda raw: b32(raw).encode("utf-32"))
shape("bytes as Latin-1 in UTF-8")(lambda raw: raw.decode("latin-1").encode())
shape("property list")(lambda raw: plistlib.dumps({"secret": raw}, fmt=plistlib.FMT_BINARY))
shape("property list of numbers")(lambda raw: plistlib.dumps({"secret": list(raw)}, fmt=plistlib.FMT_BINARY))
shape("XML property list")(lambda raw: plistlib.dumps({"secret": raw}))
shape("CBOR of numbers")(
    lambda raw: bytes([0x98, len(raw)]) + b"".join(bytes([b]) if b < 24 else bytes([0x18, b]) for b in raw)
)
shape("CBOR bytes")(lambda raw: b"\xa1\x63key" + bytes([0x58, len(raw)]) + raw)
shape("MessagePack of numbers")(
    lambda raw: (
        b"\xdc"
        + len(raw).to_bytes(2, "big")
        + b"".join(bytes([b]) if b < 128 else bytes([0xCC, b]) for b in raw)
    )
)
shape("int32 array")(lambda raw: struct.pack(f"<{len(raw)}i", *raw))
shape("protobuf text format")(
    lambda raw: (
        'secret: "'
        + "".join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\' else f"\\{b:03o}" for b in raw)
        + '"'
    )
)
shape("XOR one byte")(lambda raw: bytes(b ^ 0x5A for b in raw))
shape("XOR one byte, Base64")(lambda raw: b64(bytes(b ^ 0xA7 for b in raw)))
shape("plus one number")(lambda raw: bytes((b + 13) % 256 for b in raw))

# Less than the whole, or in parts
shape("28 of 32 characters")(lambda raw: b32(raw)[:28])
shape("the last 28 of 32 characters")(lambda raw: b32(raw)[4:])
shape("ten bytes of it")(lambda raw: raw[5:15].hex())
shape("masked in the middle")(lambda raw: b32(raw)[:12] + "*" * 8 + b32(raw)[-12:])
shape("over two lines")(lambda raw: f"secret is {b32(raw)[:15]}\n{b32(raw)[15:]} (end)")
shape("over four lines with a time each")(
    lambda raw: "\n".join(
        f"2026-03-03T10:00:{at:02d}Z key part: {part}" for at, part in enumerate(groups(b32(raw), 8))
    )
)
shape("every second line")(
    lambda raw: "\n".join(f"{part}\nopened the list" for part in groups(raw.hex(), 10))
)
shape("two fields")(lambda raw: json.dumps({"one": b64(raw[:10]), "two": b64(raw[10:])}))


def told(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
