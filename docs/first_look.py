# ruff: noqa: T201 - a script to read and run, not a package
"""A first look: read a scenario, play it, look at its tables and draw a figure.

Run it in the folder of the checkout: ``python docs/first_look.py``. Each line works in a notebook as well, where a
figure shows itself.
"""

from pathlib import Path

from sim.report.study import Study

SCENARIO = Path(__file__).parents[1] / "scenarios" / "kursk" / "2025-03-article.yaml"
SHORTER = {"days": 14, "talks.rollouts": 4}


def look(folder: Path) -> None:
    """Play the article's scenario for two weeks, print what came of it, and save two figures and the report."""
    study = Study.of(SCENARIO, replications=8, overrides=SHORTER)
    print(study.outcomes[["leverage_0", "area_0", "casualties_0", "casualties_1"]].describe().round(3))
    print(study.days.groupby("date")[["area_0", "ledger_lost_defending_0"]].mean().round(1).tail(5))
    print("\n".join(study.story))
    for measure in ("area_0", "leverage_0"):
        study.figure(measure).save(folder / f"{measure}.svg")
    (folder / "report.html").write_text(study.page(), encoding="utf-8")


if __name__ == "__main__":
    look(Path())
