"""The command ``view``: the campaign in a browser."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.extras import needed
from sim.cli.own_code import ALLOW, DOCTRINE, doctrines_of, permit

if TYPE_CHECKING:
    from socket import socket

    from sim.browser.serving import Site

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
    game: Annotated[
        bool,
        typer.Option("--game", help="Hold a game: an address each for the umpire, both sides and those who follow."),
    ] = False,
    host: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="With --game: listen on this address of the machine, for others to join."),
    ] = None,
    followers: Annotated[int, typer.Option(min=0, max=99, help="With --game: addresses for those who follow.")] = 1,
    model: Annotated[
        str | None,
        typer.Option(metavar="FILE.py:CLASS", help="Play this subclass of sim.Campaign. Needs --allow-code."),
    ] = None,
    page: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.py", help="Page of Solara to serve instead, such as examples/mesa_page.py; its code is run."
        ),
    ] = None,
    doctrine: DOCTRINE = None,
    allow_code: ALLOW = False,
) -> None:
    """Play a scenario in the browser: map, charts, injects, side by side.

    The page is served on this machine alone (127.0.0.1) and needs no internet. Its address carries a token; without it
    nobody is let in. End it with Ctrl-C.

    With --game each part in it has an address of its own, which lets one browser in, once: the umpire plays the days,
    each side sees what its headquarters believes and gives orders. Saved, a game is a scenario that `run` replays.

    Example: westphalia view kursk/2025-03-article --port 8765
    """
    from sim.browser.own_doctrine import doctrines_asked, use_doctrines
    from sim.browser.own_page import missing_imports
    from sim.browser.serving import for_a_game, serve, serve_page, site
    from sim.campaign.ensemble import warm_up
    from sim.campaign.setup.deployment import deploy
    from sim.scenario.files.reading import read_scenario
    from sim.scenario.files.shipped import file_meant
    from sim.vocabulary import BadInput

    if page and not page.is_file():
        raise BadInput(f"there is no file {page}; name a page of Solara, a Python file")
    if host is not None and not game:
        raise BadInput("--host lets other machines in, as only a game does, by a token a browser: add --game")
    if model is not None and not allow_code:
        raise BadInput(f"--model {model} is code, which would be run; read it, then add --allow-code")
    if page and doctrine:
        raise BadInput("--doctrine commands on the page of our own, which --page replaces; leave one of the two out")
    if page and (missing := missing_imports(page)):
        raise BadInput(needed(str(page), missing[0]))
    permit(allow_code=allow_code)
    file = file_meant(file)
    use_doctrines(file, doctrines_of(file, doctrine))
    scenario = read_scenario(file, doctrines_asked(file))
    where = site(port, root_path, tuple(public_host or ()))
    if game:
        where = for_a_game(where, list(scenario.sides), followers, host)
    with opened(where) as door:
        if model is not None:
            from sim.browser.own_model import use_model

            use_model(model)
        if page is None:
            typer.echo("Compiling the rules, or loading them ...", err=True)
            warm_up(deploy(scenario))
        announce(where)
        if page is None:
            serve(file, where, door)
        else:
            serve_page(str(page.resolve()), where, door)


def opened(where: "Site") -> "socket":
    """Return a socket that listens where visitors will come: who is early waits instead of being turned away.

    Raises:
        BadInput: nobody can be served there.

    """
    import errno
    from socket import SO_REUSEADDR, SOL_SOCKET, socket

    from sim.browser.serving import EVERYWHERE
    from sim.vocabulary import BadInput

    if where.host == EVERYWHERE and not where.hosts:
        raise BadInput(f"--host {EVERYWHERE} needs the name by which others reach this machine: add --public-host NAME")
    door = socket()
    door.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        door.bind((where.host, where.port))
        door.listen()
    except OSError as fault:
        door.close()
        if fault.errno == errno.EADDRINUSE:
            raise BadInput(f"port {where.port} is in use; choose another with --port") from None
        raise BadInput(f"--host {where.host}: this machine cannot listen there ({fault.strerror})") from None
    return door


def announce(where: "Site") -> None:
    """Print the address to open, or in a game one for each part in it."""
    if where.seats is None:
        typer.echo(f"Open {where.address} in a browser; Ctrl-C ends it.", err=True)
        return
    typer.echo("Each of these lets one browser in, once; Ctrl-C ends the game.", err=True)
    for role, address in where.addresses:
        typer.echo(f"  {role.name + ':':12} {address}", err=True)
