"""Compilation: the only door to Numba. A rule stays an ordinary Python function; compiled code may call it too."""

import hashlib
import os
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar, cast

import numba
from numba import njit, typeof, types
from numba.core.errors import NumbaExperimentalFeatureWarning
from numba.extending import register_jitable

_settings: Any = numba.config
P = ParamSpec("P")
R = TypeVar("R")

OPTIONS: Final[dict[str, Any]] = {"error_model": "python", "forceinline": True, "_nrt": False}
"""Division by zero raises as in Python; rules are inlined; a rule that allocates memory does not compile."""

# A doctrine is passed as a function pointer, which Numba still calls experimental (seen with Numba 0.68).
warnings.filterwarnings("ignore", category=NumbaExperimentalFeatureWarning)


def rule(law: Callable[P, R]) -> Callable[P, R]:
    """Mark a law as a rule: interpreted on Mesa agents, compiled on tables, with the same bits either way."""
    return register_jitable(**OPTIONS)(law)


def edition(floor: str = "rules") -> str:
    """Return the digest of everything that a floor's compiled laws are made of: 16 letters, new with any source line.

    Numba watches only the file of the entry point, so its disk cache would go on serving old rules after an
    edit elsewhere; one cache folder an edition makes that impossible.
    """
    package = Path(__file__).parents[1]
    sources = [
        package / "vocabulary.py",
        *sorted((package / "world").glob("*.py")),
        *sorted((package / floor).glob("*.py")),
    ]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]


def cache_folder(floor: str = "rules") -> Path:
    """Return the folder of this edition's compiled laws of a floor; ``WESTPHALIA_CACHE`` moves it."""
    home = Path(os.environ.get("WESTPHALIA_CACHE") or Path.home() / ".cache" / "westphalia")
    return home / f"numba-{numba.__version__}-{edition(floor)}"


def compiled(law: Callable[P, R], signature: Any = None) -> Callable[P, R]:  # noqa: ANN401 - a type of Numba's
    """Compile an entry point: it holds no interpreter lock and is cached on disk."""
    floor = "talks" if law.__module__.startswith("sim.talks.") else "rules"
    before, _settings.CACHE_DIR = _settings.CACHE_DIR, str(cache_folder(floor))
    try:
        return cast("Callable[P, R]", njit(signature, cache=True, nogil=True, **OPTIONS)(law))
    finally:
        _settings.CACHE_DIR = before


def compiled_doctrine(doctrine: Callable[..., None], *arguments: object) -> Callable[..., None]:
    """Compile a doctrine to a function pointer typed by example arguments; a new one never recompiles the campaign."""
    kinds: list[Any] = [typeof(argument) for argument in arguments]  # type: ignore[no-untyped-call]
    return compiled(doctrine, types.void(*kinds))


def interpreting() -> bool:
    """Return whether compilation is switched off (``NUMBA_DISABLE_JIT=1``), so that rules run as plain Python."""
    return bool(_settings.DISABLE_JIT)
