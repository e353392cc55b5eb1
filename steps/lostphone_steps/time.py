"""Sentences about time."""

from __future__ import annotations

from lostphone.gherkin.inverse import Assumed, tells
from lostphone.gherkin.sentence import sentence
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.story import Story


@sentence("given", "when", en="it is {when:instant}", ja="{when:instant}である")
def it_is(story: Story, when: int) -> None:
    story.do(WaitUntil(when))


tells(it_is, WaitUntil, lambda action: {"when": action.at_ms})


@sentence(
    "given",
    "when",
    en=("{length:duration} pass", "{length:duration} passes"),
    ja="{length:duration}がたつ",
)
def time_passes(story: Story, length: int) -> None:
    story.do(Wait(length))


tells(time_passes, Wait, lambda action: {"length": action.duration_ms})


@sentence(
    "given",
    en="the open question {question:question} is answered {answer:text}",
    ja="未解決の問い{question:question}の答えは{answer:text}とする",
)
def assume(story: Story, question: str, answer: str) -> None:
    story.assume(question, answer)


tells(assume, Assumed, lambda assumed: {"question": assumed.question, "answer": assumed.answer})
