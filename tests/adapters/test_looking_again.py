"""Exit codes lie: a program that reports success and did nothing is found out by looking again."""

import stat
from pathlib import Path

import pytest

from lostphone.client.adapters import NoAdapter, adapter_named, client_of, program
from lostphone.client.adapters.client import AdaptedClient
from lostphone.client.adapters.keepassxc import KeePassXC
from lostphone.client.adapters.program import Program
from lostphone.client.adapters.tfa import Tfa
from lostphone.client.port import CAPABILITIES
from lostphone.client.sources import BadClient, client_source
from lostphone.stories.actions.accounts import EnrolAtSite, OpenSite, RemoveFromPhone
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.story import Story

NOTHING_DONE = {
    Tfa: "#!/bin/sh\necho '{}'\n",
    KeePassXC: "#!/bin/sh\ntest $1 = db-create && touch vault.kdbx\n"
    "echo '<KeePassFile><Root><Group><Name>Root</Name></Group></Root></KeePassFile>'\n",
}


def pretending(kind: type[Program], script: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Story:
    """A story on a program that is this script."""
    script.write_text(text)
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(kind, "path", classmethod(lambda _cls: str(script)))
    monkeypatch.setattr(kind, "version", classmethod(lambda _cls: "0"))
    story = Story(client=lambda: AdaptedClient(kind))
    story.do(OpenSite("GitHub"))
    story.do(GivePhone("Mika's phone", "Mika", "android"))
    return story


@pytest.mark.usefixtures("faketime")
@pytest.mark.parametrize("kind", [Tfa, KeePassXC])
def test_success_is_believed_when_the_account_is_listed(kind, tmp_path, monkeypatch) -> None:
    pytest.importorskip("qrcode", reason="pip install 'lostphone[adapters]'")
    with pretending(kind, tmp_path / "liar", NOTHING_DONE[kind], monkeypatch) as story:
        story.do(EnrolAtSite("Mika's phone", "GitHub"))
        refused = story.expect_refusal("bad-input")
        assert "reports success" in refused.message


@pytest.mark.usefixtures("faketime")
def test_what_a_program_complains_of_is_in_the_log_without_the_secret(tmp_path, monkeypatch) -> None:
    pytest.importorskip("qrcode", reason="pip install 'lostphone[adapters]'")
    loud = '#!/bin/sh\ncat > seen.png\necho "cannot read GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" >&2\nexit 3\n'
    with pretending(Tfa, tmp_path / "loud", loud, monkeypatch) as story:
        story.do(EnrolAtSite("Mika's phone", "GitHub", rfc_secret=True))
        refused = story.expect_refusal("bad-input")
        told = [happening for happening in story.world.trace if happening.verb == "log"]
        assert told
        assert "exit code 3: cannot read ‹secret›" in str(told[0].detail["text"])
        assert "GEZD" not in repr(list(story.world.trace))
    assert refused.message.startswith("tfa says: cannot read")


@pytest.mark.usefixtures("faketime")
def test_nothing_is_removed_that_is_not_listed(tmp_path, monkeypatch) -> None:
    with pretending(Tfa, tmp_path / "liar", NOTHING_DONE[Tfa], monkeypatch) as story:
        story.do(RemoveFromPhone("Mika's phone", "GitHub"))
        story.expect_refusal("not-found")


def test_a_program_that_is_not_here_is_named_with_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr(program, "which", lambda _name: None)
    with pytest.raises(NoAdapter, match="apt-get install keepassxc"):
        client_of("keepassxc")
    with pytest.raises(BadClient, match="no 'keepassxc-cli' here"):
        client_source("adapter:keepassxc")


def test_a_slip_of_the_finger_names_what_was_meant() -> None:
    with pytest.raises(BadClient, match=r"there is no adapter 'keepasxc'; did you mean keepassxc\?"):
        client_source("adapter:keepasxc")


def test_adapters_declare_what_the_programs_can_do_and_no_more() -> None:
    assert set(AdaptedClient.can) < set(CAPABILITIES)
    assert "counter-codes" not in AdaptedClient.can
    assert adapter_named("tfa").program() is Tfa
