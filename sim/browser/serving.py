"""Serving: the page on this machine alone, with every part of its front end from this package."""

import os
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from socket import socket
from typing import Final, NamedTuple

import solara.server.settings
import solara.settings
import uvicorn
from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from sim.browser.admission import Admission, new_token
from sim.browser.game import playing
from sim.browser.game.seats import Role, Seats, roles_of

LOOPBACK: Final = "127.0.0.1"
LOCAL: Final = (LOOPBACK, "localhost")
EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - asked for by name, and only for a game
"""Address of all networks that a machine is in."""
ASSETS: Final = Path(__file__).parent / "assets"
FRONT_END: Final = "/front-end"
ADDRESSES: Final = {
    f"{FRONT_END}/@widgetti/solara-vuetify-app@10.1.1/dist": "solara-vuetify-app",
    f"{FRONT_END}/@widgetti/vue-grid-layout@2.3.13-alpha.2/dist": "vue-grid-layout",
    f"{FRONT_END}/katex@0.16.9/dist": "no-formulas",
    f"{FRONT_END}/mermaid@10.8.0/dist": "no-diagrams",
    f"{FRONT_END}/requirejs@2.3.6": "requirejs",
    f"{FRONT_END}/milsymbol@3.0.4/dist": "milsymbol",
}
"""Folders of assets by the address at which the pinned release of Solara looks for them."""
PAGE: Final = "sim.browser.page"
"""Module of the page of our own."""
OPENED: Final = "WESTPHALIA_SCENARIO"
"""Environment variable that names the scenario file the page opens with."""
SWITCHING: Final = 0.0005
"""Seconds after which talks that are held in the background give way to a day that is wanted."""
LONGEST: Final = 2**20
"""Bytes of a request: an address holds every order of a long game."""
CULLED: Final = "30m"
"""How long the campaign of a visitor who left without a word is kept."""


class Site(NamedTuple):
    """Where the page is served."""

    port: int
    root_path: str = ""
    """The path under which a proxy serves the page, with a leading slash and none at the end."""
    hosts: tuple[str, ...] = ()
    """Names of machines under which a proxy serves the page."""
    token: str = ""
    host: str = LOOPBACK
    """Address that is listened on; another than loopback only for a game, whose tokens let in one browser each."""
    seats: Seats | None = None
    """Who takes which part in a game; none where everybody plays alone."""

    @property
    def address(self) -> str:
        """Return the address to open, with the token."""
        return self.address_with(self.token)

    @property
    def addresses(self) -> list[tuple[Role, str]]:
        """Return the address of each part in a game that nobody has taken yet."""
        return [(role, self.address_with(token)) for token, role in (self.seats.tokens if self.seats else {}).items()]

    @property
    def cookie(self) -> str:
        """Return the name of the cookie by which visitors are known."""
        return f"westphalia-{self.port}"

    def address_with(self, token: str) -> str:
        """Return the address to open with a token."""
        host = self.hosts[0] if self.host == EVERYWHERE and self.hosts else self.host
        return f"http://{host}:{self.port}{self.root_path}/?token={token}"


def site(port: int, root_path: str = "", hosts: tuple[str, ...] = ()) -> Site:
    """Return a site with a token of its own."""
    path = root_path.strip("/")
    return Site(port, f"/{path}" if path else "", hosts, new_token())


def for_a_game(where: Site, sides: list[str], followers: int, host: str | None) -> Site:
    """Return a site at which a game is played: a seat for the umpire, each side and so many followers."""
    return where._replace(host=host or LOOPBACK, seats=Seats(roles_of(sides, followers)))


def serve(file: Path, where: Site, door: socket) -> None:
    """Serve the page of our own, opened with a scenario file, to whoever comes to ``door``, until it is interrupted."""
    os.environ[OPENED] = str(file)
    if where.seats is not None:
        playing.begin(where.seats, where.cookie)
    serve_page(PAGE, where, door)


def serve_page(page: str, where: Site, door: socket) -> None:
    """Serve a page of Solara - a module or a file, such as one with Mesa's ``SolaraViz`` - until it is interrupted.

    ``door`` listens already.
    """
    sys.setswitchinterval(SWITCHING)
    warnings.filterwarnings("ignore", message="Cookies with samesite=none")  # it is served on loopback without https
    asked = uvicorn.Config(
        guarded(where, page),
        log_level="warning",
        ws_max_size=2**26,
        http="h11",
        h11_max_incomplete_event_size=LONGEST,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(asked).run([door])


def guarded(where: Site, page: str = PAGE) -> Starlette:
    """Return Solara's server with a page and our front end, behind the checks of host, origin and token."""
    os.environ["SOLARA_APP"] = page
    settings = solara.server.settings
    settings.telemetry.mixpanel_enable = False
    settings.assets.fontawesome_enabled = False
    settings.main.mode = "production"
    settings.main.root_path = where.root_path
    settings.main.base_url = f"http://{LOOPBACK}:{where.port}{where.root_path}/"
    settings.kernel.cull_timeout = CULLED
    settings.theme.title = "westphalia"
    settings.theme.show_banner = False
    solara.settings.assets.proxy = False
    solara.settings.assets.cdn = f"{where.root_path}{FRONT_END}"
    from solara.server.starlette import app  # noqa: PLC0415 - it reads the settings when it is imported

    app.router.routes[:0] = [
        Mount(address, StaticFiles(directory=ASSETS / folder)) for address, folder in ADDRESSES.items()
    ]
    app.add_middleware(
        Admission,
        token=where.token,
        cookie=where.cookie,
        seats=where.seats,
        root_path=where.root_path,
        hosts=where.hosts,
    )
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[where.host, *LOCAL, *where.hosts], www_redirect=False)
    return app
