"""Serving: the page on this machine alone, with every part of its front end from this package."""

import os
import warnings
from pathlib import Path
from typing import Final, NamedTuple

import solara.server.settings
import solara.settings
import uvicorn
from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from sim.browser.admission import Admission, new_token

LOOPBACK: Final = "127.0.0.1"
ASSETS: Final = Path(__file__).parent / "assets"
FRONT_END: Final = "/front-end"
ADDRESSES: Final = {
    f"{FRONT_END}/@widgetti/solara-vuetify-app@10.1.1/dist": "solara-vuetify-app",
    f"{FRONT_END}/@widgetti/vue-grid-layout@2.3.13-alpha.2/dist": "vue-grid-layout",
    f"{FRONT_END}/katex@0.16.9/dist": "no-formulas",
    f"{FRONT_END}/mermaid@10.8.0/dist": "no-diagrams",
    f"{FRONT_END}/requirejs@2.3.6": "requirejs",
}
"""Folders of assets by the address at which the pinned release of Solara looks for them."""
PAGE: Final = "sim.browser.page"
"""Module of the page of our own."""
OPENED: Final = "WESTPHALIA_SCENARIO"
"""Environment variable that names the scenario file the page opens with."""
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

    @property
    def address(self) -> str:
        """Return the address to open on this machine, with the token."""
        return f"http://{LOOPBACK}:{self.port}{self.root_path}/?token={self.token}"


def site(port: int, root_path: str = "", hosts: tuple[str, ...] = ()) -> Site:
    """Return a site with a token of its own."""
    path = root_path.strip("/")
    return Site(port, f"/{path}" if path else "", hosts, new_token())


def serve(file: Path, where: Site) -> None:
    """Serve the page of our own, opened with a scenario file, until it is interrupted."""
    os.environ[OPENED] = str(file)
    serve_page(PAGE, where)


def serve_page(page: str, where: Site) -> None:
    """Serve a page of Solara - a module or a file, such as one with Mesa's ``SolaraViz`` - until it is interrupted."""
    warnings.filterwarnings("ignore", message="Cookies with samesite=none")  # it is served on loopback without https
    uvicorn.run(guarded(where, page), host=LOOPBACK, port=where.port, log_level="warning", ws_max_size=2**26)


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
        cookie=f"westphalia-{where.port}",
        root_path=where.root_path,
        hosts=where.hosts,
    )
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[LOOPBACK, "localhost", *where.hosts], www_redirect=False)
    return app
