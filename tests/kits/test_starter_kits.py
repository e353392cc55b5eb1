"""Starter kits: each keeps every promise that it can be held to, and notices when it no longer does."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from kit_bench import LANGUAGES, PHONE, add, app_of, ask, command_of, judge

from lostphone.cli.new_client import kit_files, kits_root
from lostphone.client.port import CAPABILITIES, ListAccounts, RemoveAccount, ShowCode
from lostphone.refusal import Refusal
from lostphone.requirements import find_sets
from lostphone.stories.actions.faults import BootPhone, CrashPhone

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
SOURCES = [path for kit in sorted(kits_root().iterdir()) for path in kit_files(kit)]
DECLARED = {
    "python": {"accounts", "codes", "counter-codes"},
    "node": {"accounts", "codes", "counter-codes", "backup"},
}


@pytest.fixture(params=LANGUAGES)
def kit(request, tmp_path) -> tuple[str, Path]:
    """A language, and a copy of its kit that may be changed."""
    folder = tmp_path / "a client"
    shutil.copytree(kits_root() / request.param, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return request.param, folder


def test_every_promise_it_can_be_held_to_holds(kit, capsys):
    language, folder = kit
    verdicts = judge(capsys, command_of(language, folder))
    assert (verdicts.code, verdicts.broken()) == (0, set())
    asked = find_sets("core")[0].scenarios
    owed = {name for name, required in asked.items() if DECLARED[language].issuperset(required.needs)}
    assert verdicts.of("pass") == owed
    assert verdicts.of("not-applicable") == set(asked) - owed


def test_the_kits_between_them_leave_only_signing_in_aside():
    needed = {need for required in find_sets("core")[0].scenarios.values() for need in required.needs}
    assert needed - DECLARED["node"] == {"microsoft-accounts"}
    assert DECLARED["node"] | DECLARED["python"] <= set(CAPABILITIES)


PYTHON_FAULTS = [
    ("client.py", '.zfill(account["digits"])', "", "code.leading-zeros"),
    ("client.py", 'moving.to_bytes(8, "big"), account["algorithm"]', 'moving.to_bytes(8, "big"), "sha1"', "code.algorithms"),
    ("client.py", '// account["period"]', "// 30", "code.period"),
    ("client.py", '10 ** account["digits"]', "10**6", "code.digits"),
    ("client.py", '"counter": moving + 1', '"counter": moving', "code.counter"),
    ("client.py", "{quote(place, safe='')}:", "", "name.issuer-distinguishes"),
    ("client.py", 'self.host("keychain.delete"', 'self.host("keychain.get"', "name.issuer-distinguishes"),
    ("client.py", 'link.query, errors="strict"', 'link.query, encoding="latin-1"', "name.unicode"),
    ("client.py", "        # A known name", '        self.host("log", text=f"scanned {uri}")\n        # A known name', "app.no-secret-in-log"),
]  # fmt: skip
NODE_FAULTS = [
    ("codes.mjs", ".padStart(digits, '0')", "", "code.leading-zeros"),
    ("client.mjs", "counter: account.counter + 1", "counter: account.counter", "code.counter"),
    ("client.mjs", "await this.backup.follow();\n    return { account", "return { account", "backup.latest-state"),
    ("client.mjs", "await this.backup.follow();\n  }", "}", "backup.deleted-is-gone"),
    ("backup.mjs", "protection = 'synchronizable'", "protection = 'this-device-only'", "backup.complete"),
    ("backup.mjs", "if (!list) throw", "if (false) throw", "backup.tamper-refused"),
    ("backup.mjs", "if (!isSealedWith(key, file)) throw", "if (false) throw", "backup.wrong-passphrase-refused"),
    ("backup.mjs", "if (file && isNewer(file)) throw", "if (false) throw", "backup.newer-format-refused"),
    ("backup.mjs", "if ((await this.app.accounts()).length) {", "if (false) {", "backup.restore-twice"),
    ("sealing.mjs", "cipher.update(JSON.stringify(list)), cipher.final()", "Buffer.from(JSON.stringify(list))", "backup.two-users-differ"),
    ("sealing.mjs", "cipher.update(JSON.stringify(list)), cipher.final()", "Buffer.from(JSON.stringify(list))", "backup.nothing-in-clear"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "file", "right", "wrong", "requirement"),
    [("python", *fault) for fault in PYTHON_FAULTS]
    + [pytest.param("node", *fault, marks=LANGUAGES[1].marks) for fault in NODE_FAULTS],
)
def test_one_change_for_the_worse_is_noticed(language, file, right, wrong, requirement, tmp_path, capsys):
    folder = tmp_path / "kit"
    shutil.copytree(kits_root() / language, folder, ignore=shutil.ignore_patterns("__pycache__"))
    source = (folder / file).read_text("utf-8")
    assert source.count(right) == 1, "the kit is written otherwise now: plant the fault elsewhere"
    (folder / file).write_text(source.replace(right, wrong), "utf-8")
    verdicts = judge(capsys, command_of(language, folder), requirement)
    assert verdicts.code == 1
    assert requirement in verdicts.broken()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["two\u2028lines", "tab\\slash", "“quoted”", "%41+%2B", "a/b?c#d&e=f", "\u00e9", "e\u0301"]
)
def test_any_name_survives_the_wire_and_a_crash(language, name):
    with app_of(language) as story:
        account = add(
            story, f"otpauth://totp/{quote(name, safe='')}:me?secret={SECRET}&issuer={quote(name, safe='')}"
        )
        story.do(CrashPhone(PHONE))
        story.do(BootPhone(PHONE))
        [row] = ask(story, ListAccounts()).rows
        assert (row.id, row.issuer, row.name) == (account, name, "me")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_secret_takes_the_place_of_the_old_one_and_a_namesake_does_not(language):
    other = "JBSWY3DPEHPK3PXP"
    with app_of(language) as story:
        known = add(story, f"otpauth://totp/GitHub:mika?secret={SECRET}&issuer=GitHub")
        before = ask(story, ShowCode(known)).code
        assert add(story, f"otpauth://totp/GitHub:mika?secret={other}&issuer=GitHub") == known
        assert ask(story, ShowCode(known)).code != before
        nowhere = [add(story, f"otpauth://totp/mika?secret={secret}") for secret in (SECRET, other)]
        assert len({known, *nowhere}) == len(ask(story, ListAccounts()).rows) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "link",
    [
        "https://example.com/",
        "otpauth://totp/GitHub:mika",
        "otpauth://totp/GitHub:mika?issuer=GitHub",
        "otpauth://totp/GitHub:mika?secret=",
        "otpauth://totp/GitHub:mika?secret=1889",
        f"otpauth://motp/GitHub:mika?secret={SECRET}",
        f"otpauth://hotp/GitHub:mika?secret={SECRET}",
        f"otpauth://hotp/GitHub:mika?secret={SECRET}&counter=-1",
        f"otpauth://totp/GitHub:mika?secret={SECRET}&digits=5",
        f"otpauth://totp/GitHub:mika?secret={SECRET}&digits=six",
        f"otpauth://totp/GitHub:mika?secret={SECRET}&period=0",
        f"otpauth://totp/GitHub:mika?secret={SECRET}&algorithm=MD5",
        f"otpauth://totp/GitHub:mika?secret={SECRET}&secret=JBSWY3DPEHPK3PXP",
        f"otpauth://totp/%FF:mika?secret={SECRET}",
        "",
    ],
)  # fmt: skip
def test_a_link_that_makes_no_code_is_refused_without_being_repeated(language, link):
    with app_of(language) as story:
        with pytest.raises(Refusal) as no:
            add(story, link)
        assert no.value.code == "bad-input"
        assert SECRET not in str(no.value)
        assert ask(story, ListAccounts()).rows == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", [ShowCode, RemoveAccount])
def test_an_account_that_is_not_there_is_refused(language, intent):
    with app_of(language) as story, pytest.raises(Refusal, match="not-found"):
        ask(story, intent("nobody"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_of_a_kit_is_read_in_one_go(path):
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) < 150
    assert max(map(len, lines)) <= 110 or path.suffix == ".md"


def test_the_python_kit_needs_the_standard_library_alone():
    tree = ast.parse((kits_root() / "python" / "client.py").read_text("utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_the_node_kit_needs_node_alone():
    modules = [path.read_text("utf-8") for path in SOURCES if path.suffix == ".mjs"]
    imported = re.findall(r"from '(.*)'", "\n".join(modules))
    assert imported
    assert all(name.startswith(("node:", "./")) for name in imported)
