"""What the lint finds in scenarios whose every part is well formed."""

from pathlib import Path

import pytest

from tests.scenario.duel import duel, examined_duel

ROADS = "theatre: {roads: [{from: West, to: Hill, km: 8}, {from: Hill, to: Ford, km: 8}, {from: Ford, to: East, km: 8}"
WORTH = "{value: 1, unit: '1', range: [0, 2], source: a, confidence: high}"
TREATY = f"talks: {{issues: {{treaty: {{weights: {{Blue: {WORTH}, Red: {WORTH}}}}}}}}}"
WITHOUT_WAR = (
    '"treaty" does not say what share of it the first side has if both fight on; add `if_war`, from 0 to 1; '
    "only the territory has its share from the campaign"
)
AXES = 'sides: {Red: {doctrine: {axes: {Hil: {value: 1, unit: "1", range: [0, 3], source: s, confidence: high}}}}}'
HALF = "{value: 0.5, unit: '1', range: [0.1, 0.9], source: a, confidence: high}"
NOTHING = "{value: 0, unit: '1', range: [0, 2], source: a, confidence: high}"
PEACE = (
    f"talks: {{issues: {{land: {{weights: {{Red: {NOTHING}}}}}, "
    f"peace: {{weights: {{Blue: {NOTHING}, Red: {WORTH}}}, if_war: {HALF}}}}}}}"
)
REPLACED = "the list replaces"
"""Begins what is noted of each list of the duel that a change replaces."""
NOTHING_CONTESTED = "no issue is valued by both sides, so there is nothing to negotiate; give one a weight above 0"
FRIEND = "kind: support, supporter: Friend, intelligence: 0"


def test_a_sound_scenario_has_no_fault(tmp_path: Path) -> None:
    examination = examined_duel(tmp_path)

    assert examination.faults == []
    assert examination.scenario is not None
    assert examination.scenario.title == "A duel"


@pytest.mark.parametrize(
    ("changes", "severity", "where", "told"),
    [
        ("contested: Squar", "error", "contested", 'there is no region "Squar"; did you mean "Square"?'),
        ("talks: {territory: lend}", "error", "talks.territory", 'there is no issue "lend"; did you mean "land"?'),
        (
            "theatre: {places: {West: {side: Bleu}}}",
            "error",
            "theatre.places.West.side",
            'there is no side "Bleu"; did you mean "Blue"?',
        ),
        (
            "theatre: {places: {West: {region: Circle}}}",
            "error",
            "theatre.places.West.region",
            'there is no region "Circle"; declared are: Square',
        ),
        (
            "orders: [{date: 2025-03-02, kind: hold, formation: 1st Blu}]",
            "error",
            "orders.0.formation",
            'there is no formation "1st Blu"; did you mean "1st Blue"?',
        ),
        (
            "orders: [{date: 2025-03-02, kind: axis, side: Red, place: Hil, weight: 1}]",
            "error",
            "orders.0.place",
            'there is no place "Hil"; did you mean "Hill"?',
        ),
        (
            "events: [{date: 2025-03-02, kind: falls, place: Hill, side: Rad}]",
            "error",
            "events.0.side",
            'there is no side "Rad"; did you mean "Red"?',
        ),
        (
            "supporters: {Friend: {side: Green}}",
            "error",
            "supporters.Friend.side",
            'there is no side "Green"; declared are: Blue, Red',
        ),
        (
            "order_of_battle: {formations: {1st Blue: {place: Hil}}}",
            "error",
            'order_of_battle.formations."1st Blue".place',
            'there is no place "Hil"; did you mean "Hill"?',
        ),
        (
            "sides: {Red: {sustainment: {depots: [Eaast]}}}",
            "error",
            "sides.Red.sustainment.depots.0",
            'there is no place "Eaast"; did you mean "East"?',
        ),
        (TREATY, "error", "talks.issues.treaty", WITHOUT_WAR),
        (PEACE, "error", "talks.issues", NOTHING_CONTESTED),
        (
            "talks: {end: null}",
            "warning",
            "talks.horizon",
            "`horizon` alone is read as a war that ends at random, after 30 days on average; declare `end`",
        ),
        (
            "talks: {horizon: 1}",
            "warning",
            "talks.horizon",
            "61% of wars last longer than the 1 days played ahead; raise `horizon` to 2 days or more",
        ),
        ("held: {Blue: [Fort]}", "error", "held.Blue.0", 'there is no place "Fort"; did you mean "Ford"?'),
        ("held: {Blau: []}", "error", "held.Blau", 'there is no side "Blau"; did you mean "Blue"?'),
        (
            "held: {Blue: [Ford], Red: [Ford]}",
            "error",
            "held.Red.0",
            '"Ford" is held by Blue already; leave it to one of the sides',
        ),
        (
            "events: [{date: 2025-03-02, kind: support, supporter: Fiend, intelligence: 0}]",
            "error",
            "events.0.supporter",
            'there is no supporter "Fiend"; did you mean "Friend"?',
        ),
        (
            "events: [{date: 2025-03-02, kind: trucks, side: Rad, change: 1}]",
            "error",
            "events.0.side",
            'there is no side "Rad"; did you mean "Red"?',
        ),
        (
            "events: [{date: 2025-03-02, kind: road, from: West, to: Eastt, damage: 1}]",
            "error",
            "events.0.to",
            'there is no place "Eastt"; did you mean "East"?',
        ),
        (
            "events: [{date: 2025-03-02, kind: road, from: West, to: East, damage: 1}]",
            "error",
            "events.0",
            "there is no road West - East; declare it in theatre.roads",
        ),
        (
            "damaged: [{from: West, to: Ford, damage: 1}]",
            "error",
            "damaged.0",
            "there is no road West - Ford; declare it in theatre.roads",
        ),
        (
            "events: [{date: 2025-03-02, kind: suport, supporter: Friend, intelligence: 0}]",
            "error",
            "events.0.kind",
            'there is no kind "suport"; did you mean "support"?',
        ),
        (
            "events: [{date: 2025-03-02, kind: support, supporter: Friend, inteligence: 0}]",
            "error",
            "events.0.inteligence",
            'the key is unknown; did you mean "intelligence"?',
        ),
        (
            "order_of_battle: {formations: {1st Red: {morale: high}}}",
            "error",
            'order_of_battle.formations."1st Red".morale',
            "it should be a valid number and not 'high'",
        ),
        (
            AXES,
            "error",
            "sides.Red.doctrine.axes.Hil",
            'there is no place "Hil"; did you mean "Hill"?',
        ),
        (ROADS + ", {from: West, to: Est, km: 8}]}", "error", "theatre.roads.3.to", 'there is no place "Est"; did'),
        ("events: [{date: 2025-03-02}]", "error", "events.0.kind", "it is missing; add it"),
        (
            f"events: [{{date: 2025-02-28, {FRIEND}}}]",
            "warning",
            "events.0.date",
            "2025-02-28 is outside the campaign, 2025-03-01 to 2025-03-30; correct it, or it never happens",
        ),
        (
            "order_of_battle: {formations: {1st Red: {leaves: 2025-03-01}}}",
            "error",
            'order_of_battle.formations."1st Red".leaves',
            "the formation leaves on 2025-03-01, before it is there on 2025-03-01; correct one of the dates",
        ),
        (
            "order_of_battle: {formations: {1st Red: {arrives: 2025-03-31}}}",
            "warning",
            'order_of_battle.formations."1st Red".arrives',
            "2025-03-31 is after the campaign, 2025-03-01 to 2025-03-30; correct it, or the formation never arrives",
        ),
        (ROADS + ", {from: East, to: East, km: 1}]}", "error", "theatre.roads.3", "to itself; correct one end"),
        (ROADS + ", {from: Hill, to: West, km: 8}]}", "warning", "theatre.roads.3", "stands above; keep one"),
        (ROADS + ", {from: West, to: East, km: 8}]}", "warning", "theatre.roads.3", "8 km is less than the 20.8 km"),
        (
            "theatre: {places: {Isle: {lat: 50.9, lon: 35.5, side: Red}}}",
            "warning",
            "theatre.places.Isle",
            "no road joins the place to the rest of the theatre",
        ),
        (
            "sides: {Red: {sustainment: {depots: [East, West]}}}",
            "error",
            "sides.Red.sustainment.depots.1",
            'the depot "West" is held by Blue; name a place that Red holds, or give it to Red under `held`',
        ),
        (
            "held: {Blue: [Ford]}\norder_of_battle: {formations: {1st Red: {place: Hill}}}",
            "warning",
            "sides.Red.sustainment.depots.0",
            'every road from the depot "East" to formations of Red passes the enemy',
        ),
        (
            "talks: {issues: {land: {weights: {Red: null}}}}",
            "error",
            "talks.issues.land.weights",
            'the side "Red" is missing; add an entry for "Red"',
        ),
        (
            "sides: {Red: {will: {value: 0.9}}}",
            "note",
            "sides.Red.will",
            "the value 0.9 is at the edge of its range [0.1, 0.9]; widen the range if the value may be exceeded",
        ),
        ("sides: {Red: {will: {confidence: low}}}", "note", "", "parameters are of low confidence: sides.Red.will"),
    ],
)
def test_a_finding_names_its_place_and_a_remedy(
    tmp_path: Path, changes: str, severity: str, where: str, told: str
) -> None:
    examination = examined_duel(tmp_path, changes)

    (fault,) = (each for each in examination.faults if not each.message.startswith(REPLACED))
    assert (fault.severity, fault.where) == (severity, where)
    assert told in f"{fault.message}; {fault.remedy}"
    assert (examination.scenario is None) == (severity == "error")


def test_a_finding_stands_at_the_line_that_was_written(tmp_path: Path) -> None:
    examination = examined_duel(tmp_path, "days: 10\nheld:\n  Blue:\n    - Hill\n    - Easst\n")

    (fault,) = examination.faults
    assert (Path(fault.file).name, fault.line) == ("changed.yaml", 6)


def test_an_unreachable_depot_is_one_warning_however_many_it_should_supply(tmp_path: Path) -> None:
    isle = "theatre: {places: {Isle: {lat: 50.9, lon: 35.5, side: Red}}}\n"
    examination = examined_duel(tmp_path, isle + "sides:\n  Red:\n    sustainment: {depots: [Isle]}\n")

    (warning,) = (fault for fault in examination.faults if "depot" in fault.where and fault.severity == "warning")
    assert (warning.severity, warning.line) == ("warning", 5)
    assert warning.message == 'no road or link leads from the depot "Isle" to any formation of Red'


def test_a_garrison_without_any_depot_is_accepted_with_a_warning(tmp_path: Path) -> None:
    examination = examined_duel(tmp_path, "sides:\n  Red:\n    sustainment: {depots: []}\n")

    (warning,) = (fault for fault in examination.faults if "depot" in fault.where and fault.severity == "warning")
    assert examination.scenario is not None
    assert warning.message == "Red has no depot, so its formations receive nothing"


LINK = (
    "{kind: air, from: East, to: Hil, capacity: {value: 9, unit: t/day, range: [1, 20], source: me, confidence: low}}"
)


def test_a_link_ends_at_places_and_what_hinders_it_names_it(tmp_path: Path) -> None:
    body = f"sides: {{Red: {{sustainment: {{links: {{Lift: {LINK}}}}}}}}}\n"
    body += "events:\n  - {date: 2025-03-02, kind: link, link: Lifts, hindered: 1}\n"

    messages = [error.message for error in examined_duel(tmp_path, body).errors]

    assert messages == ['there is no place "Hil"', 'there is no link "Lifts"']


def test_what_is_declared_of_a_depot_names_one(tmp_path: Path) -> None:
    capacity = "{value: 9, unit: t/day, range: [1, 20], source: me, confidence: low}"
    body = f"sides: {{Red: {{sustainment: {{depot_capacity: {{Hill: {capacity}}}}}}}}}\n"

    (error,) = examined_duel(tmp_path, body).errors

    assert error.message == 'there is no depot "Hill"'


def test_a_formation_out_of_reach_of_every_depot_is_a_warning(tmp_path: Path) -> None:
    isle = "theatre: {places: {Isle: {lat: 50.9, lon: 35.5, side: Red}}}\n"
    body = "order_of_battle: {formations: {2nd Red: {side: Red, strength: 10, place: Isle}}}\n"

    faults = examined_duel(tmp_path, isle + body).faults

    assert [fault.severity for fault in faults] == ["warning", "warning"]
    assert faults[1].message == 'no road or link leads to "Isle" from any depot of Red'


def test_a_contested_region_without_places_is_an_error(tmp_path: Path) -> None:
    places = ", ".join(f"{name}: {{region: null}}" for name in duel()["theatre"]["places"])

    errors = examined_duel(tmp_path, f"theatre: {{places: {{{places}}}}}\n").errors

    assert 'no place lies in the contested region "Square"' in {error.message for error in errors}
