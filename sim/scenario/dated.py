"""What has a day of its own and says where it is known from: events and orders."""

from sim.scenario.declaration import Day, Declaration
from sim.scenario.quantity import Confidence


class Dated(Declaration):
    """A declaration with a date, a source and a confidence."""

    date: Day
    source: str = ""
    confidence: Confidence = "low"
    note: str = ""
