"""Time is whole milliseconds since the epoch, in UTC."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.clock import from_datetime, instant, iso, parse_day, to_datetime

MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC))


@given(MOMENTS)
def test_a_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    back = to_datetime(from_datetime(moment))
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)


def test_the_instants_of_the_autofill_retirement() -> None:
    assert iso(instant(2025, 7, 31, 23, 59, 50)) == "2025-07-31T23:59:50.000Z"
    assert instant(2025, 8, 1) - instant(2025, 7, 31, 23, 59, 50) == 10_000


def test_a_naive_datetime_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        from_datetime(datetime(2025, 8, 1))


@pytest.mark.parametrize("text", ["2025-02-30", "15 August", "", "2025-8-1", "tomorrow"])
def test_a_day_that_is_none_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="2025-08-15"):
        parse_day(text)
