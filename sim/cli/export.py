"""The command ``export``: a results folder for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.own_code import ALLOW, permit
from sim.cli.printing import echo


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Results folder.")],
    run: Annotated[int | None, typer.Option(min=0, help="Run on the map; the representative one if not given.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder to write; DIR/export if not given.")] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    allow_code: ALLOW = False,
) -> None:
    """Write a results folder in the formats of other programs: maps, tables, an order of battle, a bargain.

    Of one run: fronts, control, troops and roads as GeoJSON in degrees (WGS 84), formations.csv, campaign.kml with
    times, and orbat-mapper.json, which ORBAT Mapper plays. Of all runs: outcomes.csv, talks.csv and days.csv with
    datapackage.json; names that end in _0 and _1 are of the first and the second side. held.geojson tells how
    probable it is that each place is held, negmas/DATE/ has the bargaining problem of each date of talks as a
    scenario of NegMAS, and ro-crate-metadata.json says what all of it is. Of a sweep there is outcomes.csv alone.

    Example: westphalia export results/2025-03-article-0123456789ab-s1-n100
    """
    from functools import partial

    from sim.cli.progress import shown
    from sim.report.days import session_in
    from sim.report.exports.everything import everything
    from sim.report.exports.ro_crate import FILE, ro_crate
    from sim.report.representative import representative
    from sim.results.findings import findings_in
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
        echo(f"{count} runs of a sweep; written to {target}: outcomes.csv")
        return
    session = session_in(folder, workers=workers, watch=shown)
    chosen = representative(session) if run is None else run
    if chosen not in session.replications:
        raise BadInput(f"--run {run}: there is no such run; choose from 0 to {max(session.replications)}")
    told = {}
    for name, holds, text in everything(session, chosen, findings_in(folder)):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(target / name, partial(Path.write_text, data=text, encoding="utf-8"))
        told[name] = holds
    crate = json_text(ro_crate(target, session.manifest, told), indent=1, ascii_only=False)
    write_whole(target / FILE, partial(Path.write_text, data=crate, encoding="utf-8"))
    above = [name for name in told if "/" not in name]
    echo(f"Run {chosen} on the map; {len(told) + 1} files written to {target}: {', '.join(above)}, negmas, {FILE}")
