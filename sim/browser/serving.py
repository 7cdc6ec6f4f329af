"""Serving: the page on this machine alone, with every part of its front end from this package."""

import os
import warnings
from pathlib import Path
from typing import Final

import solara.server.settings
import solara.settings
import uvicorn
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

LOOPBACK: Final = "127.0.0.1"
ASSETS: Final = Path(__file__).parent / "assets"
ADDRESSES: Final = {
    "/front-end/@widgetti/solara-vuetify-app@10.1.1/dist": "solara-vuetify-app",
    "/front-end/requirejs@2.3.6": "requirejs",
}
"""Folders of assets by the address at which the pinned release of Solara looks for them."""
OPENED: Final = "WESTPHALIA_SCENARIO"
"""Environment variable that names the scenario file the page opens with."""


def serve(file: Path, port: int) -> None:
    """Serve the page until it is interrupted."""
    os.environ[OPENED] = str(file)
    os.environ["SOLARA_APP"] = "sim.browser.page"
    settings = solara.server.settings
    settings.telemetry.mixpanel_enable = False
    settings.assets.fontawesome_enabled = False
    settings.main.mode = "production"
    settings.theme.title = "westphalia"
    settings.theme.show_banner = False
    solara.settings.assets.proxy = False
    solara.settings.assets.cdn = "/front-end"
    from solara.server.starlette import app  # noqa: PLC0415 - it reads the settings when it is imported

    warnings.filterwarnings("ignore", message="Cookies with samesite=none")  # it is served on loopback without https
    app.router.routes[:0] = [
        Mount(address, StaticFiles(directory=ASSETS / folder)) for address, folder in ADDRESSES.items()
    ]
    uvicorn.run(app, host=LOOPBACK, port=port, log_level="warning", ws_max_size=2**26)
