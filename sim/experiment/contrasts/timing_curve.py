"""Timing curve: what asking after a cut-off's date and length returns, and tables, figures and pages read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sim.experiment.sensitivity.certainty import Certain
from sim.results.findings import finding_as


@dataclass(frozen=True)
class Point:
    """Leverage with a cut-off of one start and length."""

    start: str
    length: int
    """Days."""
    leverage: Certain
    difference: Certain
    """Paired, from the baseline."""


@dataclass(frozen=True)
class TippingDate:
    """The first start from which a cut-off no longer moves leverage, with its interval; None where there is none."""

    date: str | None
    low: str | None
    high: str | None


@dataclass(frozen=True)
class TimingCurve:
    """Leverage of a side at the end, against the date and the length of a cut-off."""

    side: str
    least: float
    """Least change of mean leverage that counts."""
    starts: list[str]
    lengths: list[int]
    baseline: Certain
    points: list[Point]
    tipping_date: dict[str, str | None]
    """By length, from the means alone."""
    verdicts: dict[str, str]
    """What to say of them."""
    tipping: TippingDate
    """Of the longest, beyond the noise of pairs."""
    scenario: str = ""
    title: str = ""
    cut_off: str = ""
    """What is cut off, in words."""
    seed: int = 1
    replications: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it as ``timing --json`` prints it."""
        whole = asdict(self)
        asked = {name: whole.pop(name) for name in ("scenario", "title", "cut_off", "seed", "replications")}
        return {**asked, **whole, "tipping": {**whole.pop("verdicts"), **whole["tipping"]}}


def timing_curve_of(content: Mapping[str, Any]) -> TimingCurve:
    """Return the timing curve that JSON holds, as ``timing.json`` does.

    Raises:
        BadInput: it holds none of this release.

    """
    verdicts = {length: each for length, each in (content.get("tipping") or {}).items() if length.isdecimal()}
    return finding_as(TimingCurve, {**content, "verdicts": verdicts}, "timing", "timing")
