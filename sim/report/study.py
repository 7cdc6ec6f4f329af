"""A study for notebooks: a scenario, its runs as pandas tables, and figures that a notebook shows by itself.

study = Study.of("kursk/2025-03-article", replications=50)
study.outcomes["leverage_0"].describe()
study.figure("area_0")
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from sim.report.days import Session, session_in
from sim.report.figures.fan_chart import fan_chart
from sim.report.frames import days_of
from sim.report.narrative import narrative
from sim.report.page import page
from sim.results.session import play_and_keep
from sim.scenario.files.overrides import Overrides
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.shipped import file_meant
from sim.vocabulary import SERIES

SIDES = ("first", "second")


@dataclass(frozen=True)
class Figure:
    """A figure that a notebook shows, as SVG text."""

    svg: str

    def _repr_html_(self) -> str:
        return f"<div style='max-width:640px'><style>{STYLE}</style>{self.svg}</div>"

    def save(self, file: str | Path) -> None:
        """Write the figure to a file that browsers and word processors read."""
        namespace = self.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        head, body = namespace.split(">", 1)
        Path(file).write_text(f"{head}><style>{STYLE}</style>{body}", encoding="utf-8")


@dataclass(frozen=True)
class Study:
    """An ensemble in the memory of a notebook; the suffixes 0 and 1 are the first and the second side."""

    session: Session

    @classmethod
    def of(
        cls, file: str | Path, *, replications: int = 100, seed: int = 1, workers: int = 0, overrides: Overrides = ()
    ) -> "Study":
        """Read a scenario, play its replications, and return the study of them.

        Raises:
            BadInput: the scenario has errors.

        """
        scenario = read_scenario(file, overrides)
        with TemporaryDirectory() as folder:
            kept = Path(folder) / "results"
            name = file_meant(file).stem
            play_and_keep(name, scenario, seed=seed, replications=replications, workers=workers, out=kept)
            return cls(session_in(kept, workers=workers))

    @classmethod
    def kept(cls, folder: str | Path) -> "Study":
        """Return the study of a results folder that ``westphalia run`` has written.

        Raises:
            BadInput: it is no such folder.

        """
        return cls(session_in(Path(folder)))

    @property
    def outcomes(self) -> pd.DataFrame:
        """A row a run: every measure on the last day, and the last talks."""
        return self.session.outcomes

    @property
    def talks(self) -> pd.DataFrame:
        """A row a run and talks."""
        return self.session.talks

    @cached_property
    def days(self) -> pd.DataFrame:
        """A row a run and day: the series and the ledger."""
        return days_of(self.session)

    @property
    def story(self) -> list[str]:
        """What happened and why, in sentences of logged numbers."""
        return narrative(self.session)

    def figure(self, measure: str) -> Figure:
        """Return the fan chart of a measure by day, such as ``area_0``, or of the talks, such as ``leverage_0``."""
        scenario = self.session.scenario
        kind = SIDES[int(measure[-1])] if measure[-2:] in {"_0", "_1"} else SIDES[0]
        if measure in SERIES:
            days, paths = [float(day) for day in range(1, scenario.days + 1)], self.session.measure(measure)
        else:
            table = self.talks.pivot_table(index="replication", columns="talks_day", values=measure).ffill(axis=1)
            days, paths = [float(day) for day in table.columns], table.to_numpy(float)
        return Figure(fan_chart(measure, scenario.start, days, {kind: paths}, float(scenario.days)))

    def page(self) -> str:
        """Return the report of the study as one HTML page."""
        return page(self.session, {})


STYLE = (
    ".plot text{font:12.5px sans-serif;fill:#59636c}.plot polyline{fill:none}.plot .grid{stroke:#d8dde1}"
    ".plot .cursor{display:none}.plot .first{fill:#0069a8}.plot .second{fill:#c24e00}.plot .outer{opacity:.17}"
    ".plot .inner{opacity:.3}.plot .middle{fill:none;stroke-width:2.4}.plot .middle.first{stroke:#0069a8}"
    ".plot .middle.second{stroke:#c24e00}.plot .zero{stroke:#111}"
)
"""What the page's style says about plots, for figures without a page."""
