"""Seeding: the one number from which all luck of a Mesa model follows, however a Mesa user gives it."""

import inspect
import secrets
from collections.abc import Sequence

import numpy as np

from sim.vocabulary import BadInput

Seed = int | float | str | Sequence[int] | np.random.Generator | np.random.BitGenerator | np.random.SeedSequence | None
BITS = 64
"""Bits of a seed that the luck follows from."""


def seed_of(rng: Seed, seed: Seed) -> int:
    """Return the seed that ``rng`` or ``seed`` gives: a number as it is, text as the number it spells.

    A generator draws one. Neither draws a fresh one, except under ``mesa.batch_run``: its run n, counted from 0, has
    seed n + 1. So runs differ, but not by the process that played them. ``{"rng": [1, 2, 3]}`` among the parameters of
    a batch gives the same luck to other values of other parameters.

    Raises:
        BadInput: it is no whole number from 0 up to 2**64 - 1.
        ValueError: both are given.

    """
    if rng is not None and seed is not None:
        raise ValueError("you have to pass either rng or seed, not both")
    given = seed if rng is None else rng
    if given is None:
        run = _run_of_batch()
        return secrets.randbits(BITS - 1) if run is None else run + 1
    if not isinstance(given, int | float | str | np.integer):
        return int(np.random.default_rng(given).integers(2 ** (BITS - 1)))
    try:
        number = int(given)
    except (ValueError, OverflowError):
        number = -1
    if not 0 <= number < 2**BITS or (isinstance(given, float) and number != given):
        raise BadInput(f'"{given}" is no seed; write a whole number from 0 up to 2**64 - 1')
    return number


def _run_of_batch() -> int | None:
    """Return the number of the run of ``mesa.batch_run`` within which this is called, from 0; none outside of one.

    Mesa does not tell a model this number, so it is read where Mesa's batch runner keeps it: ``run`` is (number,
    iteration, parameters). Should a version of Mesa keep it elsewhere, a fresh seed is drawn, as Mesa's models do.
    """
    frame = inspect.currentframe()
    while frame and (frame.f_globals.get("__name__"), frame.f_code.co_name) != ("mesa.batchrunner", "_model_run_func"):
        frame = frame.f_back
    match frame.f_locals.get("run") if frame else None:
        case (int(number), _, _):
            return number
    return None
