from collections import Counter

from sim.vocabulary import CAUSES, FLOW, LEDGER, LEVEL, MEASURES, SERIES, TOTAL, family, measured


def test_every_measure_and_every_cause_has_one_name_a_unit_and_words() -> None:
    assert max(Counter(SERIES).values()) == max(Counter(LEDGER).values()) == 1
    assert all(measure.unit and measure.label and measure.kind in {LEVEL, TOTAL, FLOW} for measure in MEASURES)
    assert all(cause.unit and cause.words for cause in CAUSES)
    assert {column for measure in MEASURES for column in measure.columns} == set(SERIES)


def test_the_families_hold_every_cause_once() -> None:
    families = {cause.family for cause in CAUSES}

    assert sorted(cause.name for name in families for cause in family(name)) == sorted(c.name for c in CAUSES)
    assert all(len({cause.unit for cause in family(name)}) == 1 for name in ("men", "ground", "shortages"))


def test_a_share_has_no_unit_in_its_heading() -> None:
    assert measured("area").heading == "Contested ground held, km²"
    assert measured("will").heading == "Will to go on"
    assert measured("displaced").columns == ("displaced",)
