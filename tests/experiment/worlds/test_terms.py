import numpy as np
import pytest

from sim.experiment.worlds.answers import settled


def test_terms_are_weighed_over_the_dates_that_have_some() -> None:
    path = np.array([[0.2, 0.4, 0.8], [np.nan, 0.4, 0.8], [np.nan, np.nan, np.nan], [0.5, np.nan, np.nan]])
    weights = np.array([0.5, 0.25, 0.25])

    found = settled(path, weights)

    assert found[[0, 1, 3]] == pytest.approx([0.4, 0.6, 0.5])
    assert np.isnan(found[2])
