"""What a person is told about values, keys and absences that a scenario does not accept."""

from pathlib import Path

import pytest

from tests.scenario.given import BASE, read, told, written


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("start: 2025", "strat: 2025", 'base.yaml:2: strat: the key is unknown; did you mean "start"?'),
        ("start: 2025-03-01\n", "", "base.yaml:1: start: it is missing; add it: The first day."),
        ("{from: A, to: B}", "{from: A}", "base.yaml:8: roads.0.to: it is missing; add it"),
        ("{from: A, to: B}", "{from: A, to: 3}", "base.yaml:8: roads.0.to: it should be a valid string and not 3;"),
        ("from: B", "form: B", 'base.yaml:9: roads.1.form: the key is unknown; did you mean "from"?'),
        ("name: base", "name: nowhere", "base.yaml:1: nobody goes nowhere; name a place"),
        ("2025-03-01", "2025-02-30", "base.yaml:2: start: 2025-02-30 is no day of the calendar; correct it"),
        ("unit: km/day", "unit: mile", 'base.yaml:4: sides.North.rate: the unit is "mile", but "km/day" is asked for'),
        ("medium", "sure", "base.yaml:4: sides.North.rate.confidence: it should be 'high', 'medium' or 'low' and not"),
    ],
)
def test_each_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    file = written(tmp_path, base=BASE.replace(old, new, 1))["base"]

    (line,) = told(file)

    assert line.startswith(fault)
    assert read(file).scenario is None


def test_all_mistakes_are_told_at_once_in_order_of_lines(tmp_path: Path) -> None:
    text = BASE.replace("name:", "nam:").replace("range: [10, 30]", "range: [30, 10]").replace("to: C", "to: [C]")
    file = written(tmp_path, base=text)["base"]

    lines = [fault.line for fault in read(file).faults]

    assert lines == [1, 4, 6, 9]


def test_an_unknown_key_does_not_hide_other_faults(tmp_path: Path) -> None:
    text = BASE.replace("name: base", "name: nowhere") + "wether: {mud: 1}\n"
    file = written(tmp_path, base=text.replace("to: C", "to: C, by: bus"))["base"]

    assert told(file) == [
        "base.yaml:1: nobody goes nowhere; name a place",
        "base.yaml:9: roads.1.by: the key is unknown; known here: from, to",
        'base.yaml:10: wether: the key is unknown; did you mean "weather"?',
    ]
