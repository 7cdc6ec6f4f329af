"""Charts over time: leverage, the zone of agreement, the worth of fighting on, ground and losses."""

import numpy as np

from sim.report.days import Session
from sim.report.figures.fan_chart import fan_chart, share_chart
from sim.vocabulary import measured


def time_charts(session: Session) -> dict[str, str]:
    """Return the charts of what changes over a campaign, as SVG by name.

    Talks are on the morning of their day, other measures on the evening. A run that ended in an agreement keeps the
    last talks it had.
    """
    scenario, last = session.scenario, float(session.scenario.days)
    sides = list(scenario.sides)
    talks = {
        name: session.talks.pivot_table(index="replication", columns="talks_day", values=name).ffill(axis=1)
        for name in ("leverage_0", "surplus", "disagreement_0", "disagreement_1")
    }
    mornings = [float(day) for day in talks["leverage_0"].columns]
    evenings = [float(day) for day in range(1, scenario.days + 1)]
    values = {name: table.to_numpy(float) for name, table in talks.items()}
    zone = [float(share) for share in np.nanmean(values["surplus"] > 0.0, axis=0)]
    start = scenario.start

    def by_side(measure: str) -> dict[str, np.ndarray]:
        return {kind: session.measure(f"{measure}_{side}") for side, kind in enumerate(("first", "second"))}

    leverage = {"first": values["leverage_0"]}
    worth = {"first": values["disagreement_0"], "second": values["disagreement_1"]}
    held = measured("area").unit
    area = {"first": session.measure("area_0")}
    return {
        "leverage": fan_chart(f"Leverage of {sides[0]}", start, mornings, leverage, last, least=0.02),
        "surplus": fan_chart(
            "Joint gain from agreeing", start, mornings, {"first": values["surplus"]}, last, zero=True
        ),
        "zone": share_chart("Share of runs with a zone of agreement", start, mornings, zone, last),
        "worth": fan_chart("Worth of fighting on", start, mornings, worth, last, least=0.02),
        "area": fan_chart(f"Area held by {sides[0]}, {held}", start, evenings, area, last, least=1.0, floor=0.0),
        "casualties": fan_chart(
            measured("casualties").label, start, evenings, by_side("casualties"), last, least=1.0, floor=0.0
        ),
    }
