"""Beginning: a forecast's runs, each moved so that it begins from the last area that was observed."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def begun(later: ArrayLike, then: ArrayLike, observed: float) -> NDArray[np.float64]:
    """Return later areas by day and run, each run moved by as much as it missed what was observed ``then``, km².

    What such runs forecast is the change alone. No area falls below nothing.
    """
    moved = np.asarray(later, dtype=np.float64) + (observed - np.asarray(then, dtype=np.float64))
    return np.asarray(np.maximum(0.0, moved))
