"""Rulings of an umpire, and notes: what overrides a result, and what only the log keeps."""

from sim.browser.course import Course
from sim.browser.injects import SOURCE, Inject
from sim.vocabulary import BadInput

LONGEST_NOTE = 400
"""Letters of a note."""


def place_falls(course: Course, day: int, place: str, side: str) -> Inject:
    """Return the ruling that a place goes to a side.

    Raises:
        BadInput: the side holds it already.

    """
    if course.holder_of(day, place) == side:
        raise BadInput(f"{side} holds {place} already on {course.date_of(day)}; choose another place")
    when = course.date_of(day)
    event = {"date": when, "kind": "falls", "place": place, "side": side, "source": SOURCE, "confidence": "low"}
    return Inject(f"Ruling: {place} goes to {side}", when, (event,))


def men_change(course: Course, day: int, formation: str, text: str) -> Inject:
    """Return the ruling that a formation gains men, or loses them (-200).

    Raises:
        BadInput: that is no whole number other than 0.

    """
    try:
        change = int(text)
    except ValueError:
        change = 0
    if change == 0 or abs(change) > 1_000_000:  # noqa: PLR2004 - as the scenario bounds it
        raise BadInput(f'"{text[:20]}" is no number of men; write a whole number, negative for a loss')
    when = course.date_of(day)
    about = {"formation": formation, "change": float(change), "source": SOURCE, "confidence": "low"}
    verb = "gains" if change > 0 else "loses"
    return Inject(f"Ruling: {formation} {verb} {abs(change):,} men", when, ({"date": when, "kind": "men", **about},))


def note(course: Course, day: int, text: str, by: str = "") -> Inject:
    """Return a note: an entry of the log that changes nothing.

    Raises:
        BadInput: there is nothing in it, or too much.

    """
    words = " ".join(text.split())
    if not words or len(words) > LONGEST_NOTE:
        raise BadInput(f"a note has from 1 to {LONGEST_NOTE} letters; this one has {len(words)}")
    return Inject(f"Note{' of ' + by if by else ''}: {words}", course.date_of(day), by=by)
