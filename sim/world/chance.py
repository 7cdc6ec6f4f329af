"""Chance: a pure function of (key, day, purpose, index), the same bits interpreted or compiled.

No generator is handed about, so one more draw anywhere shifts no other, and scenarios that share a key share
their luck (common random numbers). The mixing is the finaliser of SplitMix64 (Steele, Lea and Flood 2014), twice.
"""

import math
from typing import Any, Final
from zlib import crc32

import numpy as np
from numba.extending import overload

from sim.world.compilation import OPTIONS, rule

(
    DETECTION,
    ESTIMATE,
    ALARM,
    INTERDICTION,
    BATTLE,
    DEPOT,
    ROUT,
    RAID,
    ORDER,
    WARNING,
    BATTLE_NOISE,
    WEATHER,
    ASSEMBLY,
    COMMAND,
    COVERT,
) = range(15)
"""Purposes of a draw: what is left to chance in a day of war."""

AGREEMENT: Final = 128
"""Purpose of the draw that decides whether ripe talks end in an agreement."""

_MASK: Final = 0xFFFFFFFFFFFFFFFF
_GOLDEN: Final = 0x9E3779B97F4A7C15
_A: Final = 0xBF58476D1CE4E5B9
_B: Final = 0x94D049BB133111EB


def bits(key: int, day: int, purpose: int, index: int) -> int:
    """Return 53 random bits."""
    z = key ^ (((day << 40) ^ (purpose << 32) ^ index) * _GOLDEN & _MASK)
    z = (z ^ (z >> 30)) * _A & _MASK
    z = (z ^ (z >> 27)) * _B & _MASK
    z = (z ^ (z >> 31)) + _GOLDEN & _MASK
    z = (z ^ (z >> 30)) * _A & _MASK
    z = (z ^ (z >> 27)) * _B & _MASK
    return (z ^ (z >> 31)) >> 11


@overload(bits, jit_options=OPTIONS)  # type: ignore[arg-type]
def _bits_on_words(key: Any, day: Any, purpose: Any, index: Any) -> Any:  # noqa: ANN401, ARG001 - types, given by Numba
    u, golden, a, b = np.uint64, np.uint64(_GOLDEN), np.uint64(_A), np.uint64(_B)
    s40, s32, s31, s30, s27, s11 = u(40), u(32), u(31), u(30), u(27), u(11)

    def words(key: Any, day: Any, purpose: Any, index: Any) -> Any:  # noqa: ANN401 - typed by Numba
        z = u(key) ^ (((u(day) << s40) ^ (u(purpose) << s32) ^ u(index)) * golden)
        z = (z ^ (z >> s30)) * a
        z = (z ^ (z >> s27)) * b
        z = (z ^ (z >> s31)) + golden
        z = (z ^ (z >> s30)) * a
        z = (z ^ (z >> s27)) * b
        return np.int64((z ^ (z >> s31)) >> s11)

    return words


@rule
def uniform(key: int, day: int, purpose: int, index: int) -> float:
    """Return a draw from the open interval (0, 1)."""
    return (bits(key, day, purpose, index) + 0.5) * 2.0**-53


@rule
def normal(key: int, day: int, purpose: int, index: int) -> float:
    """Return a standard normal draw (Box and Muller 1958); ``index`` must lie below 2**31."""
    u = uniform(key, day, purpose, 2 * index)
    v = uniform(key, day, purpose, 2 * index + 1)
    return math.sqrt(-2.0 * math.log(u)) * math.cos(2.0 * math.pi * v)


@rule
def of_pair(one: int, other: int) -> int:
    """Return the index, below 2**31, of what concerns two things with stable ids."""
    return (one * 31 + other) & 0x7FFFFFFF


def stable_id(name: str) -> int:
    """Return the id, below 2**31, under which a thing draws its luck: by its name, so additions disturb no other."""
    return crc32(name.encode()) >> 1


def key_of(seed: int, replication: int, rollout: int = 0) -> int:
    """Return the 64-bit key of a replication (rollout 0) or of one of its rollouts, for every scenario alike."""
    high = bits(seed * _GOLDEN & _MASK, replication, 255, rollout)
    return high << 11 | bits(seed & _MASK, replication, 254, rollout) >> 42
