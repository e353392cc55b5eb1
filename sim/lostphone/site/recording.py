"""Plays the stories of the features and records them: one run, from which every page is made.

Stories are independent, so files are shared out among processes; the order of the record is that of the
files, whoever was done first. Same features and seed, same record, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

import lostphone
from lostphone.gherkin.pickles import Feature, Pickle, read_feature, scenario_nodes
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.kill_matrix.pool import Pool
from lostphone.site.fates import fates
from lostphone.site.recorded import RecordedDevice, RecordedRun, RecordedStep, RecordedStory
from lostphone.stories.naming import spoken_names
from lostphone.stories.performance import PlayedStep, perform
from lostphone.stories.story import Story

LANGUAGES = ("en", "ja")


def record_run(
    languages: Sequence[str] = LANGUAGES,
    seed: int = 0,
    workers: int = 1,
    on_done: Callable[[str], None] = lambda _uri: None,
    root: Path | None = None,
) -> RecordedRun:
    """Play everything below `root` (the shipped features) in those languages.

    `on_done` hears the uri of each file that was played. FeatureError if a file cannot be read or would
    lose a scenario.
    """
    root = features_root() if root is None else root
    files = [path for language in languages for path in feature_files(root / language)]
    uris = {path.relative_to(root.parent).as_posix(): path for path in files}
    jobs = [(uri, (str(path), seed)) for uri, path in uris.items()]
    with Pool(min(workers, len(jobs))) as pool:
        played: dict[str, bytes] = dict(pool.each(_record_file, jobs, on_done))
    stories: list[RecordedStory] = []
    for uri in uris:
        stories += msgspec.msgpack.decode(played[uri], type=list[RecordedStory])
    sources = {uri: path.read_text("utf-8-sig") for uri, path in uris.items()}
    return RecordedRun(lostphone.__version__, seed, sources, tuple(stories))


def _record_file(uri: str, job: tuple[str, int]) -> bytes:
    """In a worker: the stories of one file, as bytes, which travel better than objects."""
    path, seed = job
    feature = read_feature(Path(path), uri)
    return msgspec.msgpack.encode([record(feature, pickle, seed) for pickle in feature.pickles])


def record(feature: Feature, pickle: Pickle, seed: int = 0) -> RecordedStory:
    """Play one story of a feature and keep everything that happened."""
    story = Story(
        seed=seed,
        lang=pickle.language,
        title=f"{pickle.id}: {pickle.name}",
        scenario_id=pickle.id,
        rules=pickle.rules,
    )
    with story:
        played = perform(pickle, story)
        happenings = tuple(story.world.trace.happenings) if story.begun else ()
        names = spoken_names(story, pickle.language) if story.begun else {}
        devices = _devices(story, names) if story.begun else ()
        return RecordedStory(
            id=pickle.id,
            language=pickle.language,  # type: ignore[arg-type]
            uri=pickle.uri,
            line=pickle.line,
            feature=feature.name,
            rule=pickle.rule or "",
            name=pickle.name,
            tags=pickle.tags,
            rules=pickle.rules,
            situations=pickle.tagged("situation:"),
            steps=_steps(played, story.world.trace.finder.redact if story.begun else str),
            happenings=happenings,
            devices=devices,
            names=names,
            # Asked last: the answers are no part of the story.
            fates=fates(story) if all(step.status == "passed" for step in played) else (),
            description=_prose(feature.description),
            outline=_outline(feature, pickle),
            assumptions=dict(story.world.answers) if story.begun else {},
        )


def _outline(feature: Feature, pickle: Pickle) -> str:
    """The name above the rows, "" for a scenario that stands alone."""
    if pickle.row is None:
        return ""
    nodes = (node for node, _ in scenario_nodes(feature.node))
    return next(str(node["name"]) for node in nodes if node["location"]["line"] == pickle.scenario_line)


def _devices(story: Story, names: dict[str, str]) -> tuple[RecordedDevice, ...]:
    return tuple(
        RecordedDevice(device.id, device.platform, device.owner, names[device.id])  # type: ignore[arg-type]
        for device in story.world.devices.values()
    )


def _steps(played: Sequence[PlayedStep], redact: Callable[[str], str]) -> tuple[RecordedStep, ...]:
    """What was wrong may be in a client's own words, which no trace has gone through."""
    steps: list[RecordedStep] = []
    begin = 0
    for one in played:
        end = begin + len(one.happenings)
        step = one.step
        steps.append(
            RecordedStep(
                keyword=step.keyword.strip(),
                text=step.text,
                kind=step.type or "given",  # type: ignore[arg-type]
                status=one.status,
                begin=begin,
                end=end,
                table=step.table or (),
                doc_string=step.doc_string or "",
                problem=redact(one.problem),
            )
        )
        begin = end
    return tuple(steps)


def _prose(description: str) -> str:
    return "\n".join(line.strip() for line in description.strip().splitlines())
