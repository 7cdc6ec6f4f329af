import pytest

from sim import compare, read_scenario
from sim.vocabulary import BadInput
from tests.scenarios.shipped import FOLDER

ARTICLE = FOLDER / "kursk" / "2025-03-article.yaml"
KEPT = FOLDER / "kursk" / "2025-03-support-kept.yaml"
SHORT = {"days": 8, "talks.rollouts": 2, "talks.rule": "kalai"}
"""Kalai's rule answers to every change; Nash's stands on a corner of the frontier here, and a pause moves nothing."""


def test_files_and_scenarios_compare_alike() -> None:
    by_file = compare(ARTICLE, KEPT, replications=3, overrides=SHORT)
    read = [read_scenario(file, SHORT) for file in (ARTICLE, KEPT)]
    by_scenario = compare(*read, replications=3)

    assert by_file["difference"][str(KEPT)] == by_scenario["difference"][read[1].title]
    assert by_file["difference"][str(KEPT)]["Ukraine"]["mean"] != 0.0


def test_one_scenario_under_two_values_is_compared_with_itself() -> None:
    low, high = (read_scenario(ARTICLE, {**SHORT, "sides.Ukraine.will": will}) for will in (0.5, 0.9))

    found = compare(low, high, replications=3)

    assert found["scenarios"] == [low.title, f"{low.title} (2)"]
    assert found["difference"][f"{low.title} (2)"]["Ukraine"]["mean"] != 0.0


def test_a_change_is_divided_between_factors_that_sum_to_it() -> None:
    found = compare(ARTICLE, KEPT, replications=3, overrides=SHORT, attribute=True)

    assert found["sum"] == pytest.approx(found["difference"][str(KEPT)]["Ukraine"]["mean"])


@pytest.mark.parametrize("files", [(ARTICLE,), (ARTICLE, ARTICLE)])
def test_what_cannot_be_compared_is_refused(files: tuple[object, ...]) -> None:
    with pytest.raises(BadInput):
        compare(*files, replications=2)  # type: ignore[arg-type]
