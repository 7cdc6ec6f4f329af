from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest

from sim.browser.address import Laid, laid_of, query_of
from sim.browser.course import Declared
from sim.browser.history import History
from sim.browser.injects import ceasefire, reinforcements, road, withdrawal
from sim.vocabulary import BadInput

DAY = date(2025, 3, 9)
NAMES = {"kursk/a": Path("a.yaml"), "own/b": Path("elsewhere/b.yaml")}


def test_an_address_lays_again_what_it_was_made_from() -> None:
    injects = (
        road(DAY, "Sumy", "Sudzha & the rest", damage=1.0),
        reinforcements(DAY, "Ukraine", 'The "First" = 1; <b>', 900, "Sumy"),
        withdrawal(DAY, "Ukraine"),
        ceasefire(DAY),
    )
    changes: dict[str, object] = {"days": 9, "laws.a.b": 0.1 + 0.2, 'axes."Big Place".x': True, "title": "ä=ö&ü"}
    laid = Laid((Declared(Path("elsewhere/b.yaml"), 2**64 - 1, changes, injects), Declared(Path("a.yaml"), 4, {})), 17)

    assert laid_of(query_of(laid, NAMES), NAMES) == laid


def test_an_address_is_short_and_readable_when_nothing_was_changed() -> None:
    assert query_of(Laid((Declared(Path("a.yaml"), 1, {}),), 3), NAMES) == "file=kursk%2Fa&seed=1&day=3"


@pytest.mark.parametrize(
    "pairs",
    [
        {"file": "../../etc/passwd"},
        {"seed": "1"},
        {"file": "kursk/a", "seed": "-1"},
        {"file": "kursk/a", "seed": str(2**64)},
        {"file": "kursk/a", "day": "x"},
        {"file": "kursk/a", "set": "nothing"},
        {"file": "kursk/a", "set": "a.b={"},
        {"file": "kursk/a", "inject": "[]"},
        {"file": "kursk/a", "inject": "{}"},
        {"file": "kursk/a", "inject": '{"text":"x","date":"soon"}'},
        {"file": "kursk/a", "inject": '{"text":"x","date":"2025-03-09","events":3}'},
    ],
)
def test_an_address_that_cannot_be_read_is_refused_in_words(pairs: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        laid_of(urlencode(pairs), NAMES)


def test_history_goes_back_and_on_and_forgets_what_was_undone() -> None:
    laid = [Laid((Declared(Path("a.yaml"), seed, {}),), 0) for seed in range(4)]
    history = History()
    for each in laid[:3]:
        history.note(each, 0)
    back = history.undone(0), history.undone(0)
    on = history.redone(0)
    history.note(laid[3], 0)

    assert (back, on) == ((laid[1], laid[0]), laid[1])
    assert (history.can_undo, history.can_redo) == (True, False)
    assert history.undone(0) == laid[1]


def test_history_keeps_the_day_on_which_each_was_left() -> None:
    first, second = (Laid((Declared(Path("a.yaml"), seed, {}),), 0) for seed in range(2))
    history = History()
    history.note(first, 0)
    history.note(second._replace(day=5), left=5)

    assert history.undone(left=9).day == 5
    assert history.redone(left=6).day == 9
    assert history.undone(left=9).day == 6
