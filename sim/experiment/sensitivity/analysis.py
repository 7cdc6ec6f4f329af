"""Analysis: what a sweep's outcomes say about its factors."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiment.sensitivity.discovery import boxes
from sim.experiment.sensitivity.findings_of_sweep import (
    Analysis,
    Discovery,
    FactorEffects,
    FactorIndices,
    MorrisFindings,
    SobolFindings,
)
from sim.experiment.sensitivity.intervals import NEGLIGIBLE, Interval, is_rounding, verdict
from sim.experiment.sensitivity.means import means_by_level
from sim.experiment.sensitivity.screening import effects
from sim.experiment.sensitivity.sensitivity import indices
from sim.results.sweep_manifest import SweepManifest, read_sweep_manifest
from sim.results.sweep_table import columns_of, read_columns, require_as_written
from sim.vocabulary import BadInput

Floats = NDArray[np.float64]


def analyse_sweep(
    folder: Path,
    outcome: str | None = None,
    below: float | None = None,
    above: float | None = None,
    step: int | None = None,
) -> Analysis:
    """Return what a sweep says about its factors, by the kind of design, and boxes where cases are asked for.

    ``step`` is the box of the first trajectory that somebody has chosen.

    Raises:
        BadInput: the folder holds no sweep, its table was altered, nothing is finished, or no such outcome was kept.

    """
    manifest = read_sweep_manifest(folder)
    require_as_written(folder, manifest)
    explained = outcome or manifest.explained
    factors = [factor["name"] for factor in manifest.factors]
    cases = cases_of(manifest, below, above)
    wanted = list(dict.fromkeys([explained, *factors, *([cases["outcome"]] if cases else [])]))
    known = columns_of(folder)
    for name in wanted:
        if name not in known:
            raise BadInput(f"{folder}: no outcome {name} is kept; known are {', '.join(known) or 'none: nothing ran'}")
    runs = read_columns(folder, wanted)
    kind, label = manifest.design["kind"], label_of(manifest, explained)
    missing = max(0, manifest.points * int(manifest.design["replications"]) - len(runs))
    table = by_point(runs, explained, manifest.points)
    return Analysis(
        manifest.name,
        kind,
        explained,
        label,
        manifest.points,
        len(runs),
        missing,
        sobol=sobol_findings(table, factors) if kind == "sobol" else None,
        morris=morris_findings(shares_of(runs, manifest), table, factors) if kind == "morris" else None,
        means=means_by_level(runs, factors, explained) if kind in {"grid", "factorial"} else None,
        discovery=discovery_of(runs, manifest, cases, step) if cases else None,
    )


def cases_of(manifest: SweepManifest, below: float | None, above: float | None) -> dict[str, Any] | None:
    """Return the cases to look for: those asked for now, or else those that the design names."""
    if below is None and above is None:
        declared = manifest.design.get("discovery")
        return dict(declared) if declared else None
    return {"outcome": manifest.explained, "below": below, "above": above}


def label_of(manifest: SweepManifest, outcome: str) -> str:
    """Return an outcome with the name of the side that its number stands for, "area_0 (Ukraine)"."""
    sides = dict(enumerate(manifest.scenario.get("sides", {})))
    number = outcome.rpartition("_")[2]
    side = sides.get(int(number)) if number.isdecimal() else None
    return f"{outcome} ({side})" if side else outcome


def by_point(runs: pd.DataFrame, outcome: str, points: int) -> Floats:
    """Return an outcome by point and replication, as far as every point that has any run has replications."""
    counts = runs.groupby("point").size()
    table = np.full((points, int(counts.min()) if len(counts) else 0), np.nan)
    fits = runs[runs["replication"] < table.shape[1]]
    table[fits["point"].to_numpy(dtype=int), fits["replication"].to_numpy(dtype=int)] = fits[outcome].to_numpy(float)
    return table


def sobol_findings(table: Floats, factors: list[str]) -> SobolFindings:
    """Return Sobol's indices by factor, with intervals and verdicts; the verdict is that of the total index."""
    found = indices(table, len(factors))
    if found is None:
        return SobolFindings(note="the outcome does not vary")
    return SobolFindings(
        {
            name: FactorIndices(first.known, total.known, verdict(total))
            for name, first, total in zip(factors, found.first, found.total, strict=True)
        }
        if found.total
        else {},
        found.luck,
        found.base_points,
        None if found.total else "what the factors do cannot be told apart from luck; add replications",
    )


def morris_findings(shares: Floats, table: Floats, factors: list[str]) -> MorrisFindings:
    """Return elementary effects by factor, with intervals and verdicts."""
    found = effects(shares, table)
    if found is None:
        return MorrisFindings(note="too few trajectories are complete")
    known = table[np.isfinite(table)]
    if is_rounding(np.ptp(known), known):
        return MorrisFindings(trajectories=found.trajectories, note="the outcome does not vary")
    greatest = max(interval.mean for interval in found.absolute)
    each = zip(factors, found.mean, found.absolute, found.spread, found.floor, strict=True)
    return MorrisFindings(
        {
            name: FactorEffects(
                mean.known,
                absolute.known,
                spread,
                floor,
                _beyond_luck(absolute, floor, verdict(absolute, NEGLIGIBLE * greatest)),
            )
            for name, mean, absolute, spread, floor in each
        },
        found.trajectories,
    )


def _beyond_luck(absolute: Interval, floor: float, verdict: str) -> str:
    """Return the verdict, unless an effect that seems to matter may be no more than what luck alone comes to."""
    return "not resolved" if verdict == "matters" and absolute.low <= floor else verdict


def shares_of(runs: pd.DataFrame, manifest: SweepManifest) -> Floats:
    """Return each point's factors as shares of their ranges; levels, as shares of their number."""
    first = runs.drop_duplicates("point").set_index("point").reindex(range(manifest.points))
    return np.column_stack([_shares(first[factor["name"]], factor) for factor in manifest.factors])


def discovery_of(
    runs: pd.DataFrame, manifest: SweepManifest, cases: dict[str, Any], step: int | None = None
) -> Discovery:
    """Return the boxes in which cases are concentrated; runs are counted, so that density is a probability.

    A factor whose levels are no numbers is told by the position of its levels, from 0.

    Raises:
        BadInput: the trajectory has no such step.

    """
    outcome, below, above = cases["outcome"], cases.get("below"), cases.get("above")
    values = runs[outcome].to_numpy(dtype=float)
    if cases.get("lowest") is not None:
        below = float(np.nanquantile(values, cases["lowest"]))
    elif cases.get("highest") is not None:
        above = float(np.nanquantile(values, 1.0 - cases["highest"]))
    flags = values < below if below is not None else values > above
    columns = np.column_stack([_numbers(runs[factor["name"]], factor) for factor in manifest.factors])
    names = [factor["name"] for factor in manifest.factors]
    seen = zip(columns.min(axis=0).tolist(), columns.max(axis=0).tolist(), strict=True)
    bounds = [[f.get("low", low), f.get("high", high)] for f, (low, high) in zip(manifest.factors, seen, strict=True)]
    found = boxes(columns, flags, names, point=runs["point"].to_numpy(dtype=int), step=step)
    if step is not None and (not found or step >= len(found[0].trajectory)):
        many = f"choose from 0 to {len(found[0].trajectory) - 1}" if found else "no box was found"
        raise BadInput(f"--step {step}: the trajectory has no such step; {many}")
    return Discovery(
        label_of(manifest, outcome),
        outcome,
        int(flags.sum()),
        float(flags.mean()),
        dict(zip(names, bounds, strict=True)),
        found,
        below,
        above,
    )


def _shares(column: "pd.Series[Any]", factor: dict[str, Any]) -> Floats:
    numbers = _numbers(column, factor)
    if "low" in factor:
        return np.asarray((numbers - factor["low"]) / (factor["high"] - factor["low"]))
    order = np.array([_numbers(pd.Series([level]), factor)[0] for level in factor["levels"]])
    return np.asarray([np.flatnonzero(order == number)[0] / (len(order) - 1) for number in numbers])


def _numbers(column: "pd.Series[Any]", factor: dict[str, Any]) -> Floats:
    """Return a factor's values as numbers: its own, or the positions of its levels when they are words."""
    if "low" in factor or all(isinstance(level, float) for level in factor["levels"]):
        return column.to_numpy(dtype=float)
    order = {level: float(n) for n, level in enumerate(factor["levels"])}
    return column.map(order).to_numpy(dtype=float)
