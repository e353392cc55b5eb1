"""JUnit XML, for build servers: a suite for each requirement, a case for each scenario that judges it.

It holds no times: a story lasts months or no time at all, and a report does not depend on the machine.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from lostphone.base.foreign_text import paragraph
from lostphone.conformance.report import Report
from lostphone.conformance.verdict import VerdictRow
from lostphone.rules import Catalogue

#: Characters that XML 1.0 cannot hold, however they are written.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_TAGS = {
    "fail": "failure",
    "stale": "failure",
    "error": "error",
    "harness-error": "error",
    "not-applicable": "skipped",
    "expected-failure": "skipped",
}


def write(report: Report) -> bytes:
    """The whole file."""
    root = Xml.Element("testsuites", name=_text(f"lostphone {', '.join(report.sets)} on {report.name}"))
    suites = [_suite(rule, rows, report.lang) for rule, rows in report.by_rule.items()]
    if report.complaints:
        suites.append(_list(report.complaints))
    for counted in ("tests", "failures", "errors", "skipped"):
        root.set(counted, str(sum(int(suite.get(counted, "0")) for suite in suites)))
    root.extend(suites)
    Xml.indent(root)
    text = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _suite(rule_id: str, rows: list[VerdictRow], lang: str) -> Xml.Element:
    rule = Catalogue.load().rule(rule_id)
    suite = Xml.Element("testsuite", name=rule_id)
    properties = Xml.SubElement(suite, "properties")
    for name, value in (("promised", rule.statement(lang)), ("protects", rule.protects(lang))):
        Xml.SubElement(properties, "property", name=name, value=_text(value))
    for row in rows:
        case = Xml.SubElement(suite, "testcase", classname=row.requirement, name=row.scenario)
        tag = _TAGS.get(row.verdict)
        if tag is not None:
            _outcome(case, tag, row.verdict, row.message)
    return _counted(suite)


def _list(complaints: tuple[str, ...]) -> Xml.Element:
    """What is wrong with the list of expected failures fails the run, and so it is here."""
    suite = Xml.Element("testsuite", name="expected failures")
    for complaint in complaints:
        case = Xml.SubElement(suite, "testcase", classname="expected failures", name=_text(complaint))
        _outcome(case, "failure", "complaint", complaint)
    return _counted(suite)


def _outcome(case: Xml.Element, tag: str, kind: str, message: str) -> None:
    message = _text(message)
    first = _headline(message)
    outcome = Xml.SubElement(case, tag, message=first) if tag == "skipped" else None
    outcome = Xml.SubElement(case, tag, type=kind, message=first) if outcome is None else outcome
    outcome.text = message


def _headline(message: str) -> str:
    """What a build server shows of it: the step with what happened, or the first line of anything else."""
    first, _, rest = message.partition("\n")
    second = rest.partition("\n")[0]
    return f"{first}: {second}" if second.startswith("happened: ") else first


def _counted(suite: Xml.Element) -> Xml.Element:
    for counted, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(counted, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite.findall("testcase"))))
    return suite


def _text(text: str) -> str:
    return paragraph(_UNWRITABLE.sub("\ufffd", text))
