from datetime import date
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiment.contrasts.timing_curve import Point, TimingCurve, TippingDate
from sim.experiment.sensitivity.certainty import Certain
from sim.report.figures.bars import settlement_bars, signed, waterfall
from sim.report.figures.curves import hindcast_curve, timing_curve
from sim.report.figures.fan_chart import fan_chart, share_chart
from sim.report.figures.plot import Plot, number, padded, round_marks
from sim.results.spread import Spread
from sim.validation.score import score_of

PART = Certain(-0.02, -0.05, 0.01, -0.03, -0.01)


def texts(svg: str) -> list[str]:
    """Return what is written in a drawing, which must be well-formed."""
    return [str(node.text) for node in ET.fromstring(svg).iter("text")]  # noqa: S314 - drawn here


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0.0, 30123.0, ["0", "5,000", "10,000", "15,000", "20,000", "25,000", "30,000"]),
        (-0.0016, 0.0004, ["\N{MINUS SIGN}0.0015", "\N{MINUS SIGN}0.0010", "\N{MINUS SIGN}0.0005", "0.0000"]),
    ],
)
def test_an_axis_has_round_numbers(low: float, high: float, expected: list[str]) -> None:
    assert [text for _, text in round_marks(low, high)] == expected


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_marks_lie_in_their_range_and_say_what_they_are(low: float, width: float) -> None:
    marks = round_marks(low, low + width)

    assert 1 <= len(marks) <= 8
    for value, text in marks:
        assert low - width * 1e-6 <= value <= low + width * (1 + 1e-6)
        assert float(text.replace(",", "").replace("\N{MINUS SIGN}", "-")) == pytest.approx(value, abs=width * 1e-3)


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert (number(-0.0001, 2), signed(-0.0001, 2), signed(0.5, 1), signed(-0.5, 1)) == (
        "0.00",
        "0.00",
        "+0.5",
        "\N{MINUS SIGN}0.5",
    )


def test_a_range_may_stop_at_a_floor() -> None:
    assert padded(0.0, 10.0, floor=0.0)[0] == 0.0
    assert padded(5.0, 5.0, least=2.0) == (4.0, 6.0)


def test_higher_values_lie_higher() -> None:
    plot = Plot("any", (0.0, 10.0), (0.0, 1.0))

    assert plot.y(1.0) < plot.y(0.5) < plot.y(0.0)
    assert plot.x(0.0) < plot.x(10.0)


def test_names_are_escaped() -> None:
    plot = Plot('<"a">', (0.0, 1.0), (0.0, 1.0))
    plot.text(0, 0, "<b>")

    assert texts(plot.drawn()) == ["<b>"]


def test_a_fan_holds_its_median_and_dates() -> None:
    paths = np.random.default_rng(1).normal(size=(20, 30))

    svg = fan_chart("Any", date(2025, 3, 1), list(range(1, 31)), {"first": paths}, 30.0, zero=True)

    assert {"1 Mar", "31 Mar"} <= set(texts(svg))
    assert svg.count("<polygon") == 2


def test_a_share_runs_from_none_to_all() -> None:
    assert {"0 %", "100 %"} <= set(texts(share_chart("Any", date(2025, 3, 1), [0.0, 7.0], [0.0, 1.0], 7.0)))


def test_bars_say_what_each_side_gets() -> None:
    svg = settlement_bars({"Land": Spread(0.25, 0.2, 0.3)}, ["A", "B"])

    assert {"Land", "A 25 % · B 75 %"} <= set(texts(svg))


def test_a_waterfall_names_its_parts_and_ends() -> None:
    svg = waterfall(0.30, 0.28, {"supply": PART}, ("before", "after"))

    assert {"0.300", "0.280", "supply", "\N{MINUS SIGN}0.0200"} <= set(texts(svg))


def test_a_timing_curve_has_a_line_for_each_length_but_none() -> None:
    points = [Point(start, length, PART, PART) for start in ("2025-03-01", "2025-03-11") for length in (0, 7, 14)]
    nowhere = TippingDate(None, None, None)

    svg = timing_curve(TimingCurve("A", 0.001, ["2025-03-01", "2025-03-11"], [0, 7, 14], PART, points, {}, {}, nowhere))

    assert (svg.count('class="middle first"'), svg.count('class="middle second"'), svg.count("middle third")) == (
        1,
        1,
        0,
    )


def test_a_hindcast_is_drawn_beside_what_was_seen() -> None:
    daily = {name: [1.0, 2.0] for name in ("observed", "median", "low80", "high80", "persistence", "linear")}

    score = score_of(
        {
            "days": 2,
            "crps": 1.0,
            "coverage80_interval": [0.0, 1.0],
            "mean_error_km2": 0.0,
            "mean_absolute_error_km2": 0.0,
            "pit": [0.5, 0.5],
            "ranks": [],
            "decay_fitted": "window",
            "decay_window": [],
            "known_before": 1,
            "dates": ["2024-09-01", "2024-09-02"],
            "daily": daily,
        }
    )

    assert 'class="observed"' in hindcast_curve(score)
