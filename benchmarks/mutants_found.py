"""Which of our faulty clients a search finds, in how many runs, and how long the story of each is.

    python benchmarks/mutants_found.py [RUNS] [SEED]

Each search ends with its first finding. The table is Markdown; what is not found is in it too.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from lostphone.explore.search import Progress, search
from lostphone.explore.sweep import Plan
from lostphone.mutants import all_mutants


def main(runs: int = 400, seed: int = 0) -> None:
    """Print the table, a row a client."""
    print("| faulty client | promise | runs | steps |")
    print("|---|---|---:|---:|")
    steps = []
    clients = all_mutants()
    for mutant in clients:
        progress = Progress(Plan(f"mutant:{mutant.id}", seed), marks={}, findings=[])
        with tempfile.TemporaryDirectory() as folder:
            search(progress, Path(folder), until_run=runs, findings_max=1)
        if progress.findings:
            found = progress.findings[0]
            steps.append(found.steps)
            print(f"| {mutant.id} | {found.rule} | {found.run + 1} | {found.steps} |", flush=True)
        else:
            print(f"| {mutant.id} | not found | {progress.runs} | |", flush=True)
    short = sum(one <= 8 for one in steps)
    print(f"\n{len(steps)} of {len(clients)} found; {short} of their stories have eight steps or fewer.")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
