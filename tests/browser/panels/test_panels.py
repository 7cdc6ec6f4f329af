"""Every panel is drawn, without a browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import solara

from sim.browser.page import PANELS
from sim.browser.seminar import Seminar

SMALL = Path(__file__).parents[3] / "scenarios" / "theory" / "equal-sides.yaml"


@pytest.mark.parametrize("panel", PANELS.values(), ids=list(PANELS))
def test_a_panel_is_drawn_on_any_day(panel: Callable[[Seminar], Any]) -> None:
    seminar = Seminar(SMALL)
    seminar.go(2)
    box, drawn = solara.render(panel(seminar), handle_error=False)

    assert box.children
    drawn.close()  # type: ignore[no-untyped-call]
