"""The command ``report``: one offline page about a results folder."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.own_code import ALLOW, permit
from sim.cli.printing import echo


def report(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Results folder; the newest of results/ if not given.")
    ] = None,
    beside: Annotated[
        list[Path] | None,
        typer.Option("--with", metavar="DIR", help="Folder with findings to show too; may be repeated."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File to write; DIR/report.html if not given.")
    ] = None,
    workers: Annotated[int, typer.Option(min=0, max=1024, help="Threads; 0 for one a core.")] = 0,
    allow_code: ALLOW = False,
) -> None:
    """Write one page about a results folder: a single HTML file that needs no network.

    Nothing is played again where `run` has kept the days. Findings are shown when they lie in the
    folder or in one named by --with: comparison.json, timing.json and hindcast.json, which those commands write with
    --out, and analysis.json, which `analyse` writes beside a sweep.

    Example: westphalia report results/2025-03-article-0123456789ab-s1-n100
    """
    from functools import partial

    from sim.cli.progress import shown
    from sim.report.days import session_in
    from sim.report.page import page
    from sim.results.findings import KINDS, Finding, findings_in
    from sim.results.store import newest_folder
    from sim.results.whole_files import write_whole
    from sim.vocabulary import BadInput

    permit(allow_code=allow_code)
    chosen = folder or newest_folder()
    findings: dict[str, Finding] = {}
    for each in beside or []:
        found = findings_in(each)
        if not found:
            raise BadInput(
                f"--with {each}: there are no findings in it; name a folder with one of {', '.join(KINDS)}.json"
            )
        findings |= found
    findings |= findings_in(chosen)
    text = page(session_in(chosen, workers=workers, watch=shown), findings)
    file = out or chosen / "report.html"
    write_whole(file, partial(Path.write_text, data=text, encoding="utf-8"))
    echo(f"Report: {file} ({len(text.encode()) / 1e6:.1f} MB)")
