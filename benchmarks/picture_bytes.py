"""How much markup the pictures of a story are, over every shipped story in both languages.

Prints the mean and the largest in bytes for storyboards and sequence diagrams, each against the text of
the story's own steps.
"""

from __future__ import annotations

from statistics import mean

from lostphone.site.drawing import sequence, storyboard
from lostphone.site.recorded import RecordedStory
from lostphone.site.recording import record_run


def main() -> None:
    stories = record_run().stories
    text = mean(size(" ".join(step.text for step in story.steps)) for story in stories)
    print(f"{len(stories)} stories, {text:.0f} bytes of text in each")
    for name, draw in (("storyboard", storyboard), ("sequence", sequence)):
        sizes = [size(draw(story)) for story in stories]
        largest = stories[sizes.index(max(sizes))]
        average = mean(sizes)
        print(
            f"{name}: {average:.0f} bytes in each, {average / text:.1f} times its text; "
            f"at most {max(sizes)} ({label(largest)}); {sum(sizes)} in all"
        )


def size(text: str) -> int:
    """Bytes in UTF-8."""
    return len(text.encode())


def label(story: RecordedStory) -> str:
    return f"{story.id}, {story.language}"


if __name__ == "__main__":
    main()
