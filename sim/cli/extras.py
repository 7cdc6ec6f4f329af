"""Extras: what may be left out of an installation, and how a command that needs it says so."""

from typing import Final

EXTRAS: Final = {
    "SALib": "sensitivity",
    "altair": "mesa",
    "distributed": "cluster",
    "matplotlib": "mesa",
    "osmium": "osm",
    "solara": "browser",
    "starlette": "browser",
    "uvicorn": "browser",
}
"""Extra by the package that the program imports; all else comes with every installation."""


def missing_extra(missing: ModuleNotFoundError) -> str | None:
    """Return what to install for a package that was not found; nothing if it belongs to no extra."""
    package = (missing.name or "").partition(".")[0]
    if package not in EXTRAS:
        return None
    return needed("this", package)


def needed(who: str, package: str) -> str:
    """Return in a line that something needs a package which is not installed."""
    remedy = f"pip install 'westphalia[{EXTRAS[package]}]'" if package in EXTRAS else "install it"
    return f"{who} needs {package}, which is not installed; {remedy}"
