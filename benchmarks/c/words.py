"""The words that the twin shares with the engine: rows, laws, series and constants, as a C header."""

from collections.abc import Iterator

from sim import vocabulary
from sim.vocabulary import LEDGER, SERIES
from sim.world import chance
from sim.world.constants import Constants
from sim.world.tables import KINDS, columns


def words() -> str:
    """Return the header: the engine's own declarations, so that neither can change without the other."""
    return "\n".join([*constants(), *rows(), *world(), laws(), ""])


def constants() -> Iterator[str]:
    """Yield every number that has a name, and the columns of series and ledger."""
    for module in (vocabulary, chance):
        for name, value in vars(module).items():
            if name.isupper() and name[0] != "_" and isinstance(value, int):
                yield f"enum {{ {name} = {value} }};"
            elif name.isupper() and isinstance(value, float):
                yield f"static const double {name} = {value!r};"
    for table, names in (("SERIES", SERIES), ("LEDGER", LEDGER)):
        yield f"enum {{ N_{table} = {len(names)} }};"
        yield from (f"enum {{ {table}_{name} = {n} }};" for n, name in enumerate(names))


def rows() -> Iterator[str]:
    """Yield a struct for each kind of row; NumPy aligned the tables as C aligns structs."""
    for kind in KINDS.values():
        yield f"typedef struct {{ {' '.join(fields_of(kind))} }} {kind.__name__};"


def fields_of(kind: type) -> Iterator[str]:
    """Yield the members of a struct."""
    record = columns(kind)
    for name in record.names or ():
        base, shape = record[name].base, record[name].shape
        word = "int64_t" if base.kind == "i" else "double"
        yield f"{word} {name}{''.join(f'[{length}]' for length in shape)};"


def world() -> Iterator[str]:
    """Yield the struct of everything: each table and its length, and working space."""
    tables = " ".join(f"{kind.__name__} *{name}; int64_t n_{name};" for name, kind in KINDS.items())
    spaces = "double *series; double *ledger; int64_t *queue; int64_t n_queue; int64_t *turns;"
    yield f"typedef struct {{ {tables} {spaces} uint64_t key; }} World;"


def laws() -> str:
    """Return the struct of the laws' constants."""
    return f"typedef struct {{ {' '.join(f'double {name};' for name in Constants._fields)} }} Laws;"
