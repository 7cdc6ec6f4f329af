"""Compilation: the only door to Numba. A rule stays an ordinary Python function; compiled code may call it too."""

import hashlib
import logging
import os
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar, cast

import numba
from llvmlite.binding import get_host_cpu_name
from numba import njit, typeof, types
from numba.core.caching import CompileResultCacheImpl, FunctionCache, UserProvidedCacheLocator
from numba.core.errors import NumbaExperimentalFeatureWarning
from numba.extending import register_jitable

from sim.world.numbering import compiled_forward

_settings: Any = numba.config
P = ParamSpec("P")
R = TypeVar("R")

OPTIONS: Final[dict[str, Any]] = {"error_model": "python", "forceinline": True, "_nrt": False}
"""Division by zero raises as in Python; rules are inlined; a rule that allocates memory does not compile."""

# The first level of LLVM's passes compiles in a sixth less time than the third, to the same speed and bits.
os.environ.setdefault("NUMBA_OPT", "1")
_settings.reload_config()

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
        *sorted((package / "world").rglob("*.py")),
        *sorted((package / floor).rglob("*.py")),
    ]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]


def cache_folder(floor: str = "rules") -> Path:
    """Return the folder of this edition's laws of a floor as compiled for this Python and processor.

    ``WESTPHALIA_CACHE`` moves it.
    """
    home = Path(os.environ.get("WESTPHALIA_CACHE") or Path.home() / ".cache" / "westphalia")
    machine = f"{sys.implementation.cache_tag}-{processor()}"
    return home / f"numba-{numba.__version__}-{machine}-{edition(floor)}"


def processor() -> str:
    """Return the processor that rules are compiled for, by the compiler's name."""
    return str(get_host_cpu_name())


def can_keep_rules(floor: str = "rules") -> bool:
    """Return whether compiled rules can be kept; where they cannot, each command compiles them again."""
    folder = cache_folder(floor)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


class _EditionFolder(CompileResultCacheImpl):
    """Where compiled rules are kept: in the folder of their edition or nowhere.

    Numba alone would fall back on the source tree, where nothing says of which edition they are.
    """

    _locator_classes = [UserProvidedCacheLocator]  # noqa: RUF012 - as Numba declares it


class _ByContent(UserProvidedCacheLocator):
    """Where laws are kept whose folder is named by what they say: there, wherever their source lies.

    So are those of an edition, which any copy of this package may use, and a doctrine of a user's own.
    """

    def __init__(self, py_func: Any, py_file: str) -> None:  # noqa: ANN401 - Numba's own types
        super().__init__(py_func, py_file)
        self._cache_path = _settings.CACHE_DIR

    def get_source_stamp(self) -> str:
        return str(self._cache_path)

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> "_ByContent":  # noqa: ANN401 - as above
        return cls(py_func, py_file)


class _ContentFolder(CompileResultCacheImpl):
    _locator_classes = [_ByContent]  # noqa: RUF012 - as Numba declares it


class _Cache(FunctionCache):
    """Compiled rules on disk; what cannot be read there is compiled again."""

    _impl_class = _EditionFolder

    def load_overload(self, sig: Any, target_context: Any) -> Any:  # noqa: ANN401 - Numba's own types
        try:
            return super().load_overload(sig, target_context)
        except Exception as damage:  # noqa: BLE001 - a pickle that is cut short may raise anything
            found = "the compiled rules in %s are damaged (%s); they are thrown away and compiled again: half a minute"
            logging.getLogger("westphalia").warning(found, self.cache_path, type(damage).__name__)
            self.flush()
            return None


class _ContentCache(_Cache):
    _impl_class = _ContentFolder  # type: ignore[assignment]  # Numba takes either


def compiled(law: Callable[P, R], signature: Any = None, content: str = "") -> Callable[P, R]:  # noqa: ANN401 - a type of Numba's
    """Compile an entry point: it holds no interpreter lock and is cached on disk, where that can be written.

    ``content`` is the hash of what it is made of beside this package's source.
    """
    entry: Any = njit(nogil=True, **OPTIONS)(law)
    if interpreting():
        return law
    floor = "talks" if law.__module__.startswith("sim.talks.") else "rules"
    if floor == "rules" and signature is None:
        entry = compiled_forward(entry)
    if can_keep_rules(floor):
        folder = cache_folder(floor) / f"doctrine-{content}" if content else cache_folder(floor)
        folder.mkdir(mode=0o700, exist_ok=True)
        before, _settings.CACHE_DIR = _settings.CACHE_DIR, str(folder)
        try:
            is_named = bool(content) or is_of_edition(law, floor)
            entry._cache = _ContentCache(law) if is_named else _Cache(law)  # noqa: SLF001 - Numba has no public way
        finally:
            _settings.CACHE_DIR = before
    if signature is not None:
        entry.compile(signature)
        entry.disable_compile()
    return cast("Callable[P, R]", entry)


def is_of_edition(law: Callable[..., object], floor: str) -> bool:
    """Return whether a law lies on a floor of this package, so that the floor's edition tells all it is made of."""
    return Path(law.__code__.co_filename).is_relative_to(Path(__file__).parents[1] / floor)


def compiled_for(entry: Callable[P, R], *arguments: object) -> Callable[P, R]:
    """Return an entry point as compiled for arguments of these types, of which a call looks at no type again."""
    dispatcher: Any = entry
    return cast("Callable[P, R]", dispatcher.compile(tuple(typeof(argument) for argument in arguments)))


def compiled_doctrine(doctrine: Callable[..., None], *arguments: object) -> Callable[..., None]:
    """Compile a doctrine to a function pointer typed by example arguments; a new one never recompiles the campaign.

    A doctrine with an attribute ``content``, a hash of what it is made of beside the rules, is kept under that.

    Raises:
        CompilationError: it is no rule that can be compiled.

    """
    kinds: list[Any] = [typeof(argument) for argument in arguments]
    content = getattr(doctrine, "content", "")
    try:
        return compiled(doctrine, types.void(*kinds), content)
    except Exception as wrong:  # what the compiler raises for a column that is not there is no error of its own kind
        raise CompilationError(str(wrong)) from wrong


class CompilationError(Exception):
    """A function that does not compile, with all that the compiler says."""


def interpreting() -> bool:
    """Return whether compilation is switched off (``NUMBA_DISABLE_JIT=1``), so that rules run as plain Python."""
    return bool(_settings.DISABLE_JIT)
