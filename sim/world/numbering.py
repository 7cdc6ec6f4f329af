"""Numbering: rules count rows from 0 and go through parts of a table forwards, so compiled ones need not test for it.

Python lets a number below 0 count from the end, and cuts a part that goes beyond its table; every compiled look at a
row would pay for that. Rules make no use of it, and are compiled without.
"""

import operator
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from numba import types
from numba.core import cgutils
from numba.core.imputils import impl_ret_borrowed
from numba.extending import lower_builtin
from numba.np.arrayobj import getitem_arraynd_intp, make_array, make_view, setitem_array

_forward: ContextVar[bool] = ContextVar("forward", default=False)


@contextmanager
def forward() -> Iterator[None]:
    """Compile what is compiled meanwhile without a test for numbers from the end or parts beyond the table."""
    before = _forward.set(True)
    try:
        yield
    finally:
        _forward.reset(before)


def compiled_forward(entry: Any) -> Any:  # noqa: ANN401 - Numba's own type
    """Return an entry point that is compiled so whenever it is."""
    usual: Callable[[Any], Any] = entry.compile

    def compile_(signature: Any) -> Any:  # noqa: ANN401 - as above
        with forward():
            return usual(signature)

    entry.compile = compile_
    return entry


@lower_builtin(operator.getitem, types.Array, types.Integer)
def _row(context: Any, builder: Any, sig: Any, args: Any) -> Any:  # noqa: ANN401 - as above
    if _forward.get():
        table, number = sig.args
        sig = sig.replace(args=(table, types.uintp))
        args = (args[0], context.cast(builder, args[1], number, types.uintp))
    return getitem_arraynd_intp(context, builder, sig, args)


@lower_builtin(operator.getitem, types.Array, types.SliceType)
def _part(context: Any, builder: Any, sig: Any, args: Any) -> Any:  # noqa: ANN401 - as above
    table, kind = sig.args
    if not _forward.get() or table.ndim != 1 or kind.has_step:
        return getitem_arraynd_intp(context, builder, sig, args)
    whole = make_array(table)(context, builder, args[0])
    part = context.make_helper(builder, kind, value=args[1])
    start = cgutils.get_item_pointer(context, builder, table, whole, [part.start], wraparound=False)
    rows = builder.sub(part.stop, part.start)
    none = rows.type(0)
    rows = builder.select(builder.icmp_signed("<", rows, none), none, rows)
    strides = cgutils.unpack_tuple(builder, whole.strides, 1)
    view = make_view(context, builder, table, whole, sig.return_type, start, [rows], strides)
    return impl_ret_borrowed(context, builder, sig.return_type, view._getvalue())  # noqa: SLF001 - Numba's own way


@lower_builtin(operator.setitem, types.Array, types.Integer, types.Any)
def _set_row(context: Any, builder: Any, sig: Any, args: Any) -> Any:  # noqa: ANN401 - as above
    if _forward.get():
        table, number, value = sig.args
        sig = sig.replace(args=(table, types.uintp, value))
        args = (args[0], context.cast(builder, args[1], number, types.uintp), args[2])
    return setitem_array(context, builder, sig, args)
