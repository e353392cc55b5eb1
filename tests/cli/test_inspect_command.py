"""`lostphone inspect`: lines in, messages out, and nothing secret among them."""

import io
from pathlib import Path

import pytest

from lostphone.cli import main

SECRET = "JBSWY3DPEHPK3PXP"
LINK = f"otpauth://totp/GitHub:mika?secret={SECRET}&issuer=GitHub"


def sitting(monkeypatch: pytest.MonkeyPatch, client: str, *lines: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return main(["inspect", "--client", client])


def test_messages_both_ways_with_secrets_covered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        sitting(monkeypatch, "reference", f"account/add uri={LINK}", "account/list", "screen", "quit", "x")
        == 0
    )
    out = capsys.readouterr().out
    assert '→ {"jsonrpc":"2.0","id":1,"method":"initialize"' in out
    assert '"method":"account/add","params":{"device":"Mika\'s iPhone","uri":"‹secret›"}' in out
    assert "← " in out
    assert '"method":"host/now"' in out
    assert '"rows":[{"id":' in out
    assert '  {"name":"accounts","title":"Authenticator","rows":[{"title":"GitHub"' in out
    assert SECRET not in out
    assert '"method":"shutdown"' in out


def test_parameters_as_json_another_phone_and_sentences(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (
        "phones",
        "phone android",
        "app/open",
        """account/list {"device": "Mika's iPhone"}""",
        "When it is 12:00 on 4 March 2026",
        "And Mika adds GitHub on the Android phone",
        "account/list",
        "again",
        "account/list",
    )
    assert sitting(monkeypatch, "null", *lines) == 0
    out = capsys.readouterr().out
    assert "  * Mika's iPhone (ios)" in out
    assert '"method":"app/open","params":{"device":"Mika\'s Android phone"}' in out
    assert '"method":"account/list","params":{"device":"Mika\'s iPhone"}' in out
    assert "refused: unavailable: the null client does nothing" in out
    assert out.count('"method":"scenario/start"') == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("account/lst", "did you mean account/list?"),
        ("account/code", "missing required field `account`; it takes account"),
        ("account/code account", "'account' has no value: write account=…"),
        ("account/add uri='", "cannot be taken apart into words"),
        ("account/list {", "account/list does not take that"),
        ("app/wake tokn=x", "it takes token"),
        ('account/list {"device":"Nobody"}', "there is no Nobody"),
        ("phone nokia", "'nokia' is not one of the phones"),
        ("screen", "has shown nothing yet"),
        ("When pigs fly", "no sentence fits when 'pigs fly'"),
        ("initialize", "'initialize' is no method"),
        ('account/add {"uri": 7}', "got `int`"),
        ("passkey/register options={", "does not take that"),
    ],
)
def test_a_slip_is_said_and_the_sitting_goes_on(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sitting(monkeypatch, "null", line, "phones") == 0
    out = capsys.readouterr().out
    assert said in out
    assert "Mika's Android phone (android)" in out


def test_help_and_methods_start_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sitting(monkeypatch, "cmd:no-such-program-anywhere", "help", "methods") == 0
    out = capsys.readouterr().out
    assert "backup/enable [recovery_account] [erase_existing]" in out


def test_a_client_that_breaks_is_started_again_in_a_new_world(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(Path(__file__).parents[1] / "conformance")
    lines = ("phone android", "account/list", "phones", "account/list")
    assert sitting(monkeypatch, "py:wild:DiesOnList", *lines) == 1
    out = capsys.readouterr().out
    assert out.count("! the client broke (crash): account/list on Mika's ") == 2
    assert "exit code 4" in out
    assert out.count('"method":"scenario/start"') == 2


def test_no_client_no_sitting(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for client in ("cmd:no-such-program-anywhere", "mutant:nobody", "nobody"):
        assert sitting(monkeypatch, client, "account/list") == 2
        assert "lostphone: --client: " in capsys.readouterr().err
