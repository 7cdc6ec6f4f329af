"""The command ``export``: a results folder for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.own_code import ALLOW, permit


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Results folder.")],
    run: Annotated[int | None, typer.Option(min=0, help="Run on the map; the representative one if not given.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder to write; DIR/export if not given.")] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    allow_code: ALLOW = False,
) -> None:
    """Write fronts by day as GeoJSON, and all runs as CSV.

    fronts.geojson has the front line of each day of one run, control.geojson who held each place from when to when;
    both in degrees (WGS 84). outcomes.csv, talks.csv and days.csv have all runs; names that end in _0 and _1 are of the
    first and the second side. Of a sweep there is outcomes.csv alone.

    Example: westphalia export results/2025-03-article-0123456789ab-s1-n100
    """
    from functools import partial

    from sim.cli.progress import shown
    from sim.report.days import session_in
    from sim.report.frames import days_of
    from sim.report.geojson import control, fronts
    from sim.report.kept_map import frames_of
    from sim.report.representative import representative
    from sim.results.strict_json import json_text
    from sim.results.sweep_manifest import holds_sweep
    from sim.results.sweep_table import write_csv
    from sim.results.whole_files import write_whole
    from sim.vocabulary import BadInput

    permit(allow_code=allow_code)
    target = out or folder / "export"
    if holds_sweep(folder):
        target.mkdir(parents=True, exist_ok=True)
        count = write_csv(folder, target / "outcomes.csv")
        typer.echo(f"{count} runs of a sweep; written to {target}: outcomes.csv")
        return
    session = session_in(folder, workers=workers, watch=shown)
    chosen = representative(session) if run is None else run
    if chosen not in session.replications:
        raise BadInput(f"--run {run}: there is no such run; choose from 0 to {max(session.replications)}")
    frames = frames_of(session, chosen)
    target.mkdir(parents=True, exist_ok=True)
    texts = {
        "fronts.geojson": json_text(fronts(session, frames)),
        "control.geojson": json_text(control(session, frames), ascii_only=False),
        "outcomes.csv": session.outcomes.to_csv(),
        "talks.csv": session.talks.to_csv(index=False),
        "days.csv": days_of(session).to_csv(index=False),
    }
    for name, text in texts.items():
        write_whole(target / name, partial(Path.write_text, data=text, encoding="utf-8"))
    typer.echo(f"Run {chosen} on the map; written to {target}: {', '.join(texts)}")
