"""The verdicts alone, as one JSON object: what `--format json` prints."""

from __future__ import annotations

import msgspec

from lostphone.conformance.report import Report


def write(report: Report) -> bytes:
    """`{"verdicts": [{"requirement", "scenario", "verdict", "message"}, …]}`, with a line end."""
    return msgspec.json.encode({"verdicts": report.rows}) + b"\n"
