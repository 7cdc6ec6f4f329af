"""History: what lay on a table before, for undo and redo."""

from sim.browser.address import Laid


class History:
    """What was laid, in order, and where in it the table stands."""

    def __init__(self) -> None:
        """Begin with an empty table."""
        self._laid: list[Laid] = []
        self._at = -1

    def note(self, laid: Laid, left: int) -> None:
        """Take note of something newly laid when a day was shown; what was undone before it is forgotten."""
        self._leave(left)
        del self._laid[self._at + 1 :]
        self._laid.append(laid)
        self._at += 1

    @property
    def can_undo(self) -> bool:
        """Return whether something lay on the table before."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Return whether something was undone."""
        return self._at + 1 < len(self._laid)

    def undone(self, left: int) -> Laid:
        """Leave the day that is shown, step back, and return what lay on the table then, and its day."""
        self._leave(left)
        self._at -= 1
        return self._laid[self._at]

    def redone(self, left: int) -> Laid:
        """Leave the day that is shown, step on, and return what lay on the table then, and its day."""
        self._leave(left)
        self._at += 1
        return self._laid[self._at]

    def _leave(self, day: int) -> None:
        if self._laid:
            self._laid[self._at] = self._laid[self._at]._replace(day=day)
