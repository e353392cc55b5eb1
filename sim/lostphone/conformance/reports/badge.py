"""A badge: the JSON that the endpoint badge of shields.io reads.

`schemaVersion`, `label`, `message`, `color` and `isError` are its members (shields.io/badges/endpoint-badge).
"""

from __future__ import annotations

import msgspec

from lostphone.conformance.report import Report, worst
from lostphone.requirements import find_sets


def write(report: Report) -> bytes:
    """One object: for each set, how many of its requirements that apply hold."""
    parts = []
    for one in find_sets(",".join(report.sets)):
        verdicts = [worst(rows) for rows in report.rows_in(one).values()]
        applicable = [verdict for verdict in verdicts if verdict != "not-applicable"]
        if applicable:
            parts.append(f"{one.id} {applicable.count('pass')}/{len(applicable)}")
    badge = {
        "schemaVersion": 1,
        "label": "lostphone",
        "message": ", ".join(parts) or "nothing tested",
        "color": _color(report),
        "isError": not report.fine,
    }
    return msgspec.json.encode(badge) + b"\n"


def _color(report: Report) -> str:
    if report.harness_at_fault or not report.judged:
        return "lightgrey"
    if not report.fine:
        return "red"
    return "yellowgreen" if "expected-failure" in report.counts else "brightgreen"
