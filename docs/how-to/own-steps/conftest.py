"""A step of one's own, beside the shipped ones."""

from pytest_bdd import parsers, then


@then(parsers.parse("the trace has at least {count:d} happenings"))
def trace_has(story, count):
    assert len(story.world.trace) >= count
