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

from sim.campaign.engine import STANDARD
from sim.campaign.setup.deployment import Deployment
from sim.vocabulary import BadInput
from sim.world.constants import Constants
from sim.world.tables import KINDS, Tables

from .words import words

FLAGS = ("-O3", "-march=native", "-ffp-contract=off", "-shared", "-fPIC", "-Wall", "-Werror")
"""Contraction off: a fused multiply-add would round otherwise than the engine does."""


def c_twin(deployment: Deployment, seed: int) -> Callable[[int], NDArray[np.float64]] | None:
    """Return the twin as a function from a replication to its series, or None where there is no gcc.

    Raises:
        BadInput: the scenario asks for what the twin has no law of, a doctrine of its own.

    """
    if deployment.doctrines != STANDARD:
        raise BadInput(
            "the C twin knows no doctrine but the standard one; take the doctrine's code out of the scenario"
        )
    compiler = which("gcc")
    if compiler is None:
        return None
    play = built(compiler)
    days = deployment.scenario.days
    laws = (ctypes.c_double * len(Constants._fields))(*deployment.laws)

    def run(replication: int) -> NDArray[np.float64]:
        world = deployment.world(seed, replication)
        play(ctypes.byref(pointers(world)), laws, ctypes.c_int64(0), ctypes.c_int64(days))
        return np.array(world.series[:days])

    return run


def built(compiler: str) -> Any:  # noqa: ANN401 - a foreign function has no type
    """Return the function ``campaign`` of a library compiled from the sources beside this file."""
    here = Path(__file__).parent
    with TemporaryDirectory() as folder:
        Path(folder, "words.h").write_text(words())
        library = Path(folder, "campaign.so")
        command = [compiler, *FLAGS, "-I", folder, "-I", str(here), str(here / "campaign.c"), "-o", str(library), "-lm"]
        subprocess.run(command, check=True)  # noqa: S603 - the compiler found
        return ctypes.CDLL(str(library)).campaign


class WorldInC(ctypes.Structure):
    """The world as C sees it: each table and its length, series, ledger, queue and its length, turns and key."""

    _fields_ = (
        *(member for name in KINDS for member in ((name, ctypes.c_void_p), (f"n_{name}", ctypes.c_int64))),
        *((name, ctypes.c_void_p) for name in ("series", "ledger", "queue")),
        ("n_queue", ctypes.c_int64),
        ("turns", ctypes.c_void_p),
        ("key", ctypes.c_uint64),
    )


def pointers(world: Tables) -> WorldInC:
    """Return where C finds a world's tables; they stay the world's own."""
    tables = [getattr(world, name) for name in KINDS]
    places = [value for table in tables for value in (table.ctypes.data, len(table))]
    series, ledger, queue, turns = (
        space.ctypes.data for space in (world.series, world.ledger, world.queue, world.turns)
    )
    return WorldInC(*places, series, ledger, queue, len(world.queue), turns, int(world.key))
