"""KeePass XML: the form in which KeePassXC gives a vault away and takes one in.

Only what a list of one-time passwords needs. A site is a group and a login an entry in it, so that the path
by which the command line calls an entry is its own: `GitHub/mika`. The link is in the attribute `otp`.

>>> written = new_vault(KeepassEntry("GitHub", "mika"), "otpauth://totp/GitHub:mika?secret=…", bytes(16))
>>> entries_in(written.decode())
[KeepassEntry(group='GitHub', title='mika')]
"""

from __future__ import annotations

import base64
import hashlib
from typing import NamedTuple
from xml.etree import ElementTree

#: Where the program moves what is removed.
BIN = "Recycle Bin"


class KeepassEntry(NamedTuple):
    """An entry with a one-time password, and the group it lies in; "" for the vault itself."""

    group: str
    title: str

    @property
    def path(self) -> str:
        """What the command line calls it."""
        return f"{self.group}/{self.title}" if self.group else self.title


def new_vault(new: KeepassEntry, uri: str, entry_id: bytes) -> bytes:
    """A vault with that one entry. `entry_id` is 16 bytes that no other entry ever had."""
    file = ElementTree.Element("KeePassFile")
    root = _group(ElementTree.SubElement(file, "Root"), "Root")
    entry = ElementTree.SubElement(_group(root, new.group) if new.group else root, "Entry")
    ElementTree.SubElement(entry, "UUID").text = base64.b64encode(entry_id).decode()
    for key, value in (("Title", new.title), ("UserName", new.title), ("otp", uri)):
        string = ElementTree.SubElement(entry, "String")
        ElementTree.SubElement(string, "Key").text = key
        ElementTree.SubElement(string, "Value", ProtectInMemory=str(key == "otp")).text = value
    written: bytes = ElementTree.tostring(file, encoding="utf-8", xml_declaration=True)
    return written


def entries_in(exported: str) -> list[KeepassEntry]:
    """Every entry with a one-time password that is not in the bin; ValueError for what is no such XML."""
    try:
        file = ElementTree.fromstring(exported)
    except ElementTree.ParseError as error:
        raise ValueError(f"what was exported is no XML: {error}") from None
    root = file.find("Root/Group")
    if root is None:
        raise ValueError("what was exported holds no group")
    thrown_away = file.findtext("Meta/RecycleBinUUID", "")
    groups = [group for group in root.findall("Group") if group.findtext("UUID") != thrown_away]
    return [*_entries(root, ""), *(found for group in groups for found in _entries(group, _name(group)))]


def _group(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    """A group whose id comes from its name: two sites of one name become one group when merged."""
    group = ElementTree.SubElement(parent, "Group")
    group_id = hashlib.sha256(name.encode()).digest()[:16]
    ElementTree.SubElement(group, "UUID").text = base64.b64encode(group_id).decode()
    ElementTree.SubElement(group, "Name").text = name
    return group


def _name(group: ElementTree.Element) -> str:
    return group.findtext("Name", "")


def _entries(group: ElementTree.Element, name: str) -> list[KeepassEntry]:
    found = []
    for entry in group.findall("Entry"):
        strings = {
            string.findtext("Key", ""): string.findtext("Value", "") for string in entry.findall("String")
        }
        if strings.get("otp"):
            found.append(KeepassEntry(name, strings.get("Title", "")))
    return found
