"""Faults: what may go wrong with a wish of a visitor, and how the page tells it."""

from sim.vocabulary import BadInput

FAULTS = (BadInput, ArithmeticError, LookupError, MemoryError, OSError, TypeError, ValueError)
"""What may go wrong with a wish of the visitor, and is told on the page."""


def words_of(fault: BaseException) -> str:
    """Return a fault as the page tells it."""
    if isinstance(fault, BadInput):
        return str(fault)
    return f"this cannot be played ({type(fault).__name__}: {str(fault)[:200]})"
