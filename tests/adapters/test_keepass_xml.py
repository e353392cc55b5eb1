"""KeePass XML: what is written is read back, and what lies in the bin is not listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.client.adapters.keepass_xml import KeepassEntry, entries_in, new_vault

# XML has no control characters, and no half of a surrogate pair.
NAMES = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=20
)
URI = "otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub"


@given(NAMES, NAMES)
def test_names_are_read_back_letter_for_letter(group: str, title: str) -> None:
    assert entries_in(new_vault(KeepassEntry(group, title), URI, bytes(16)).decode()) == [
        KeepassEntry(group, title)
    ]


def test_a_path_is_what_the_command_line_calls_an_entry() -> None:
    assert (KeepassEntry("GitHub", "mika").path, KeepassEntry("", "mika").path) == ("GitHub/mika", "mika")


def test_what_lies_in_the_bin_is_not_listed() -> None:
    exported = new_vault(KeepassEntry("Recycle Bin", "mika"), URI, bytes(16)).decode()
    assert entries_in(exported)
    marked = exported.replace(
        "<Root>", f"<Meta><RecycleBinUUID>{group_id(exported)}</RecycleBinUUID></Meta><Root>"
    )
    assert not entries_in(marked)


def test_an_entry_without_a_one_time_password_is_no_account() -> None:
    assert not entries_in(new_vault(KeepassEntry("GitHub", "mika"), "", bytes(16)).decode())


@pytest.mark.parametrize("exported", ["", "Error while reading", "<KeePassFile/>"])
def test_what_is_no_such_xml_is_refused(exported: str) -> None:
    with pytest.raises(ValueError, match="what was exported"):
        entries_in(exported)


def group_id(exported: str) -> str:
    """The id of the second group: the first is the vault."""
    return exported.split("<UUID>")[2].split("<")[0]
