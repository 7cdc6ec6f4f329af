"""The log: the report that is made of the campaign on the table."""

from pathlib import Path

import pytest
import solara

from sim.browser.panels.log_panel import make_report
from sim.browser.seminar import Seminar

SMALL = Path(__file__).parents[2] / "scenarios" / "theory" / "equal-sides.yaml"


@pytest.mark.slow
def test_the_report_is_that_of_the_campaign_on_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    seminar = Seminar(SMALL)
    seminar.change({"handling": "EXERCISE", "days": 9})
    told = solara.reactive("")
    make_report(seminar, told)
    (report,) = tmp_path.glob("results/*/report.html")

    assert told.value.startswith("Report: results")
    assert "EXERCISE" in report.read_text(encoding="utf-8")
