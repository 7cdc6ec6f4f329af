"""The C twin: gcc compiles it for this machine, ctypes plays it on the engine's own tables."""

import ctypes
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.campaign.deployment import Deployment
from sim.world.laws import Laws
from sim.world.state import World
from sim.world.tables import KINDS

from .words import words

FLAGS = ("-O3", "-march=native", "-ffp-contract=off", "-shared", "-fPIC", "-Wall", "-Werror")
"""Contraction off: a fused multiply-add would round otherwise than the engine does."""


def c_twin(deployment: Deployment, seed: int) -> Callable[[int], NDArray[np.float64]] | None:
    """Return the twin as a function from a replication to its series, or None where there is no gcc."""
    compiler = which("gcc")
    if compiler is None:
        return None
    play = built(compiler)
    days = deployment.scenario.days
    laws = (ctypes.c_double * len(Laws._fields))(*deployment.laws)

    def run(replication: int) -> NDArray[np.float64]:
        world = deployment.world(seed, replication)
        play(ctypes.byref(pointers(world)), laws, ctypes.c_int64(0), ctypes.c_int64(days))
        return np.array(world.series[:days])

    return run


def built(compiler: str) -> Any:  # noqa: ANN401 - a foreign function has no type
    """Return the function ``campaign`` of a library compiled from the sources beside this file."""
    with TemporaryDirectory() as folder:
        Path(folder, "words.h").write_text(words())
        library = Path(folder, "campaign.so")
        source = Path(__file__).with_name("campaign.c")
        command = [compiler, *FLAGS, "-I", folder, str(source), "-o", str(library), "-lm"]
        subprocess.run(command, check=True)  # noqa: S603 - the compiler found
        return ctypes.CDLL(str(library)).campaign


def pointers(world: World) -> ctypes.Structure:
    """Return the world as C sees it: each table and its length, series, ledger, queue and key."""
    address = ctypes.c_void_p
    fields: list[tuple[str, Any]] = []
    values: list[int] = []
    for name in KINDS:
        rows: Any = getattr(world, name)
        fields += [(name, address), (f"n_{name}", ctypes.c_int64)]
        values += [rows.ctypes.data, len(rows)]
    for name in ("series", "ledger", "queue"):
        fields.append((name, address))
        values.append(np.asarray(getattr(world, name)).ctypes.data)
    layout = type("World", (ctypes.Structure,), {"_fields_": [*fields, ("key", ctypes.c_uint64)]})
    return layout(*values, int(world.key))  # type: ignore[no-any-return]
