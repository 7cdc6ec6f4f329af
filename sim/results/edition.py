"""The edition of results: all that can change a row - the program's source, and the versions of what it stands on.

The edition of the rules (``sim.world.compilation``) is narrower: what compiled code is made of, and no more.
"""

import hashlib
import platform
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pyproj
import shapely
from threadpoolctl import threadpool_info

from sim.world.compilation import processor

PACKAGE = Path(__file__).parents[1]
SHOWING = ("browser", "cli", "documents", "report", "shipped")
"""Rooms of the package that show results and make none; two lie beside it in a checkout, inside it in a wheel."""
DECIDING = ("westphalia", "llvmlite", "numba", "numpy", "pyproj", "scipy", "shapely")
"""Packages on which rows depend."""
BESIDE = ("mesa", "networkx", "pandas", "pyarrow", "pydantic", "SALib")
"""Packages that read, keep or vary, so that a manifest names them."""
MUST_AGREE = ("edition", "python", *DECIDING, "geos", "proj")
"""What must be the same for rows to stand in one table; the rest is only told."""


@cache
def edition(package: Path = PACKAGE) -> str:
    """Return the digest of every module that can change a row, as 16 letters."""
    seal = hashlib.sha256()
    for source in sorted(package.rglob("*.py")):
        within = source.relative_to(package)
        if within.parts[0] not in SHOWING:
            seal.update(f"{within.as_posix()}\0".encode() + source.read_bytes())
    return seal.hexdigest()[:16]


def versions() -> dict[str, str]:
    """Return the versions of Python, of the packages, and of the machine's arithmetic that results depend on."""
    return {
        **_deciding(),
        **{name: _version(name) for name in BESIDE},
        "processor": f"{platform.machine()} {processor()}",
        "blas": _blas(),
        **_checkout(),
    }


def identity() -> dict[str, str]:
    """Return what ``differences`` looks at, of the program that is running here."""
    return {"edition": RUNNING, **_deciding()}


@cache
def mark() -> str:
    """Return what names the program that is running here in 12 letters, for folders that two of them cannot share."""
    return hashlib.sha256(repr(sorted(identity().items())).encode()).hexdigest()[:12]


def differences(then: Mapping[str, str], now: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return what of ``MUST_AGREE`` differs between two editions with their versions: then, and now.

    A patch of Python makes no difference.
    """
    found = {name: (then.get(name, "unknown"), now.get(name, "unknown")) for name in MUST_AGREE}
    return {name: pair for name, pair in found.items() if _compared(name, pair[0]) != _compared(name, pair[1])}


def listed(found: Mapping[str, tuple[str, str]], then: str, now: str) -> str:
    """Return differences as a phrase, "numpy 2.1 then, 2.4 now"."""
    return "; ".join(f"{name} {one} {then}, {other} {now}" for name, (one, other) in found.items())


def _deciding() -> dict[str, str]:
    return {
        "python": platform.python_version(),
        **{name: _version(name) for name in DECIDING},
        "geos": shapely.geos_version_string,
        "proj": pyproj.proj_version_str,
    }


def _compared(name: str, value: str) -> str:
    return ".".join(value.split(".")[:2]) if name == "python" else value


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _blas() -> str:
    """Return the library of linear algebra that numpy uses, and the kernel it has chosen for this processor."""
    kernels = {
        each["filepath"]: f"{each['internal_api']} {each.get('version', '?')} {each.get('architecture', '?')}"
        for each in threadpool_info()
        if each["user_api"] == "blas"
    }
    return next((kernel for file, kernel in kernels.items() if "numpy" in file), min(kernels.values(), default="none"))


@cache
def _checkout() -> dict[str, str]:
    """Return the commit that is checked out and whether the package differs from it; nothing of an installed one."""
    if next(_git("ls-files", "vocabulary.py"), None) is None:
        return {}
    changed = any(True for _ in _git("status", "--porcelain", "--", "."))
    return {"commit": next(_git("rev-parse", "--short=12", "HEAD"), "none") + (", changed since" if changed else "")}


def _git(*arguments: str) -> Iterator[str]:
    program = shutil.which("git")
    if program is not None:
        command = [program, "-C", str(PACKAGE), *arguments]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed question
        yield from answer.stdout.splitlines()


RUNNING = edition()
"""The edition that this process has loaded: edits on disk since then do not count."""
