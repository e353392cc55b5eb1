"""A script that holds one value: how data gets into a page that is opened from a disk.

>>> script("LOSTPHONE_X", {"a": ["端末", 1]}).decode()
'"use strict";\\nglobalThis.LOSTPHONE_X = {"a":["端末",1]};\\n'
"""

from __future__ import annotations

import json


def script(name: str, value: object) -> bytes:
    """A script that gives that global name the value, as JSON; it loads wherever a page does."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two characters that end a line in older editions of JavaScript, though not in JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'"use strict";\nglobalThis.{name} = {text};\n'.encode()
