"""How long a site takes and how large it is, as ratios within one run.

Prints process time for playing every story, for answering the questions of the start page and for the
pages, each against playing; and bytes by kind of file.
"""

from __future__ import annotations

import time
from collections import Counter

from lostphone.site.building import build
from lostphone.site.context import Inputs
from lostphone.site.live.pages import assets
from lostphone.site.recording import record_run
from lostphone.site.run_file import fingerprint


def main() -> None:
    begin = time.process_time()
    run = record_run()
    played = time.process_time()
    assets()
    answered = time.process_time()
    pages = list(build(Inputs(run, fingerprint(run))))
    built = time.process_time()
    playing_s = played - begin
    print(f"playing {len(run.stories)} stories: {playing_s:.1f} s")
    print(f"answers of the start page: {(answered - played) / playing_s:.1f} times that")
    print(f"{len(pages)} files: {(built - answered) / playing_s:.1f} times that")
    sizes: Counter[str] = Counter()
    for page in pages:
        folder, _, name = page.path.rpartition("/")
        sizes[f"{folder}/*.html" if name.endswith(".html") else page.path] += len(page.content)
    total = sum(sizes.values())
    for name, size in sizes.most_common(8):
        print(f"{size / total:6.1%}  {name}")
    print(f"{total / 1_000_000:.1f} MB in all")


if __name__ == "__main__":
    main()
