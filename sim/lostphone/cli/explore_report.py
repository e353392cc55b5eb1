"""What `lostphone explore` says: how far it is, on a terminal, and what it found, for people and programs."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lostphone.cli.ticking import Ticking
from lostphone.cli.words import say as speak
from lostphone.cli.words import sayer

if TYPE_CHECKING:
    from lostphone.explore.exploration import Exploration
    from lostphone.explore.report import ReportedFinding
    from lostphone.explore.search import SearchProgress

_YEAR_MS = 31_556_952_000


class Ticker:
    """How far the search is, drawn over itself on a terminal and nowhere else."""

    def __init__(self, progress: SearchProgress, lang: Literal["en", "ja"] = "en") -> None:
        from lostphone.client.transport.real_time import now_ms

        self._now_ms = now_ms
        self._began_ms = now_ms()
        self._actions_before = progress.actions
        self._lang = lang
        self._in_short = _counts(progress, 0, lang, "in-short")
        self._line = Ticking(_counts(progress, 0, lang, "so-far"))

    def rate(self, progress: SearchProgress) -> int:
        """Actions a second, findings and their shrinking included."""
        return 1000 * (progress.actions - self._actions_before) // max(self._now_ms() - self._began_ms, 1)

    def tell(self, progress: SearchProgress) -> None:
        # Of a line that is too long the end is cut off: with more to say there is less of this.
        self._in_short = _counts(progress, 0, self._lang, "in-short")
        self._line.say(_counts(progress, self.rate(progress), self._lang, "so-far"))

    def tell_tries(self, tries: int) -> None:
        """A story is being minimised; a client in another process may take a minute over it."""
        self._line.say(speak(self._lang, "search.minimising", tries=tries, so_far=self._in_short))

    def clear(self) -> None:
        self._line.close()


def print_json(progress: SearchProgress, interrupted: bool) -> None:
    """Nothing in it depends on the machine or the moment."""
    from lostphone.base.foreign_text import paragraph
    from lostphone.cli import standard_output
    from lostphone.gherkin.kinds import LANGUAGES

    found = [
        {
            "oracle": one.oracle,
            "rule": one.rule,
            "message": paragraph(one.seen.text("en")),
            "messages": {language: paragraph(one.seen.text(language)) for language in LANGUAGES},
            "run": one.run,
            "steps": one.steps,
            "feature": one.features.get("en", ""),
            "features": one.features,
            "story": one.story,
            "command": one.command,
            "whole": one.whole,
            "drawn": one.drawn,
        }
        for one in progress.findings
    ]
    report = {
        "client": progress.plan.client,
        "seed": progress.plan.seed,
        "runs": progress.runs,
        "actions": progress.actions,
        "never": list(progress.missing),
        "judged": progress.judged,
        "unjudged": list(progress.unjudged),
        "diverged": progress.diverged,
        "simulated_ms": progress.simulated_ms,
        "interrupted": interrupted,
        "findings": found,
    }
    standard_output.print_json(report)


def print_text(
    progress: SearchProgress, out: Path, rate: int, interrupted: bool, lang: Literal["en", "ja"] = "en"
) -> None:
    from rich.text import Text

    from lostphone.cli.console import out as console_of
    from lostphone.rules import Catalogue

    console = console_of()
    words = sayer(lang, "search")

    def say(line: str) -> None:
        console.print(line, markup=False, highlight=False, soft_wrap=True)

    say(_counts(progress, rate, lang))
    say(_verdicts(progress, lang))
    for one in progress.findings:
        console.print()
        statement = Text(Catalogue.load().statement(one.rule, lang), style="bold red")
        console.print(statement.append(f"  {one.rule}", style="not bold dim"), soft_wrap=True)
        for line in _lines(one, lang):
            say(line)
    for line in _missed(progress, lang):
        console.print()
        say(line)
    if progress.diverged:
        say(words("diverged", where=progress.diverged))
    if interrupted:
        say(words("stopped", words=_to_go_on(progress, out)))
    others = _others(progress, out)
    if others:
        say(words("others", out=out, number=others))
    if not progress.findings and not interrupted:
        console.print(Text(words("nothing"), style="bold green"))


def _to_go_on(progress: SearchProgress, out: Path) -> str:
    """What to type: the client too, where the file that names it may not start it."""
    from lostphone.cli.named_client import as_typed
    from lostphone.client.sources import is_ours

    client = progress.plan.client
    on = "" if is_ours(client) else f" --client {as_typed(client)}"
    return f"--out {shlex.quote(str(out))}{on}"


def _others(progress: SearchProgress, out: Path) -> int:
    """How many findings in that folder are none of this search's."""
    own = {Path(one.story).name for one in progress.findings}
    return len([file for file in out.glob("*.story") if file.name not in own])


def _counts(progress: SearchProgress, rate: int, lang: str, words: str = "counts") -> str:
    """How far the search is; `words` is "so-far" for a line that has to be short."""
    met = len(progress.reached)
    return speak(
        lang,
        f"search.{words}",
        runs=speak(lang, "search.run" if progress.runs == 1 else "search.runs", runs=progress.runs),
        actions=progress.actions,
        rate=rate,
        years=progress.simulated_ms / _YEAR_MS,
        met=met,
        all=met + len(progress.missing),
        found=len(progress.findings),
    )


def _verdicts(progress: SearchProgress, lang: str) -> str:
    """How much the oracles could decide; the counts of each promise are in the JSON."""
    from lostphone.oracles.verdict_counts import totals

    whole = totals(progress.judged)
    counts = {"valid": whole.valid, "invalid": whole.invalid, "unknown": whole.unknown}
    return speak(lang, "search.verdicts", whole=sum(counts.values()), **counts)


def _lines(found: ReportedFinding, lang: Literal["en", "ja"]) -> tuple[str, ...]:
    """What was seen, where it lies, and how to see it again."""
    from lostphone.base.foreign_text import paragraph

    words = sayer(lang, "search")
    seen = words("seen", seen=paragraph(found.seen.text(lang)))
    if not found.steps:
        return seen, words("unplayed"), f"    {found.command}"
    file = found.features.get(lang) or found.story
    kind = "whole" if found.whole else "steps" if file else "unwritten"
    where = words(kind, steps=found.steps, file=file)
    told = seen, where, _drawn(found.run, found.drawn, lang)
    if not file:
        return told
    command = found.command.replace(found.features.get("en", file), file)
    return *told, words("again", command=command)


def _drawn(run: int, drawn: Exploration, lang: str) -> str:
    from lostphone.base.clock import to_datetime
    from lostphone.gherkin.vocabulary import shipped_sentences

    words = sayer(lang, "search")
    comma = words("comma")
    kinds = shipped_sentences().kinds
    people = (
        f"{kinds['person'].format(lang, name)} ({kinds['platform'].format(lang, kind)})"
        for name, kind in zip(drawn.people, drawn.platforms, strict=True)
    )
    return words(
        "drawn",
        run=run,
        seed=drawn.seed,
        people=comma.join(people),
        day=to_datetime(drawn.begins_ms).date(),
        faults=comma.join(drawn.faults) or words("none"),
    )


def _missed(progress: SearchProgress, lang: str) -> list[str]:
    """What never came up: by name in a large search, where that is a finding, and counted in a small one."""
    from lostphone.explore.coverage import ENOUGH_RUNS

    words = sayer(lang, "search")
    both = (("marks", progress.missing), ("promises", progress.unjudged))
    missed = [(words(what, number=len(names)), names) for what, names in both if names]
    if not progress.actions or not missed:
        return []
    if progress.runs >= ENOUGH_RUNS:
        return [words("large", what=what, names=words("comma").join(names)) for what, names in missed]
    what = words("and").join(what for what, _ in missed)
    return [words("small", what=what, enough=ENOUGH_RUNS)]
