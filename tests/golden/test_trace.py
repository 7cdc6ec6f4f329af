"""Golden traces: a change of any rule shows in them, line by line; `python -m tests.golden.trace` writes them anew."""

import pytest

from tests.golden.trace import KEPT, TRACED, traced


@pytest.mark.parametrize("name", TRACED)
def test_a_campaign_goes_as_it_went(name: str) -> None:
    assert traced(name) == (KEPT / f"{name}.txt").read_text(encoding="utf-8")
