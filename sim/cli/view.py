"""The command ``view``: the campaign in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.own_code import ALLOW, permit

ARTICLE = Path("kursk/2025-03-article")


def view(
    file: Annotated[Path, typer.Argument(metavar="[FILE]", help="Scenario file.")] = ARTICLE,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8765,
    root_path: Annotated[
        str,
        typer.Option(envvar="SOLARA_ROOT_PATH", help="Path under which a proxy serves the page, /user/x/proxy/8765."),
    ] = "",
    public_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Name of the machine at which a proxy serves the page; may be repeated."),
    ] = None,
    page: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.py", help="Page of Solara to serve instead, such as examples/mesa_page.py; its code is run."
        ),
    ] = None,
    allow_code: ALLOW = False,
) -> None:
    """Play a scenario in the browser: map, charts, injects, side by side.

    The page is served on this machine alone (127.0.0.1) and needs no internet. Its address carries a token; without it
    nobody is let in. End it with Ctrl-C.

    Example: westphalia view kursk/2025-03-article --port 8765
    """
    import socket

    from sim.campaign.ensemble import warm_up
    from sim.campaign.setup.deployment import deploy
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.vocabulary import BadInput

    if page and not page.is_file():
        raise BadInput(f"there is no file {page}; name a page of Solara, a Python file")
    permit(allow_code=allow_code)
    file = file_meant(file)
    scenario = read_scenario(file)
    try:
        from sim.browser.serving import LOOPBACK, serve, serve_page, site
    except ImportError as missing:
        raise BadInput(
            f"the page needs the browser extra ({missing.name} is missing): pip install 'westphalia[browser]'"
        ) from missing
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            raise BadInput(f"port {port} is in use; choose another with --port") from None
    if page is None:
        typer.echo("Compiling the rules, or loading them ...", err=True)
        warm_up(deploy(scenario))
    where = site(port, root_path, tuple(public_host or ()))
    typer.echo(f"Open {where.address} in a browser; Ctrl-C ends it.", err=True)
    if page is None:
        serve(file, where)
    else:
        serve_page(str(page.resolve()), where)
