"""The offer: the scenarios that a page can play, by name."""

from pathlib import Path
from typing import NamedTuple

from sim.scenario.catalogue import titles_of
from sim.scenario.files.shipped import home


class Offered(NamedTuple):
    """A scenario to choose."""

    file: Path
    title: str


def offered(file: Path) -> dict[str, Offered]:
    """Return the scenarios to choose from - a file, those beside it, those that ship - by name.

    Parts of scenarios and designs of sweeps are none; the first is one, whether or not it has a title of its own. A
    name that is taken by a file nearer to the first is followed by a number.
    """
    folder = file.parent.resolve()
    beside = [path for path in sorted(file.parent.glob("*.yaml")) if path != file]
    shipped = [path for path in sorted(home().rglob("*.yaml")) if path.parent.resolve() != folder]
    scenarios: dict[str, Offered] = {}
    titles = titles_of([file, *beside, *shipped]).items()
    for path, title in ({file: file.stem} | {path: title for path, title in titles if not _is_design(path)}).items():
        name = f"{path.resolve().parent.name}/{path.stem}"
        taken = sum(other == name or other.startswith(f"{name} (") for other in scenarios)
        scenarios[f"{name} ({taken + 1})" if taken else name] = Offered(path, title)
    return scenarios


def _is_design(path: Path) -> bool:
    """Return whether a file is the design of a sweep, which names the scenario that it varies."""
    return any(line.startswith("scenario:") for line in path.read_text(encoding="utf-8-sig").splitlines())
