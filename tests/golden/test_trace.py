"""Golden traces: a change of any rule shows in them, line by line; `python -m tests.golden.trace` writes them anew."""

import pytest

from tests.golden.trace import KEPT, TRACED, ends, traced


@pytest.mark.parametrize("name", TRACED)
def test_a_campaign_goes_as_it_went(name: str) -> None:
    assert traced(name) == (KEPT / f"{name}.txt").read_text(encoding="utf-8")


def test_long_campaigns_end_as_they_ended() -> None:
    assert ends() == (KEPT / "ends.txt").read_text(encoding="utf-8")
