"""Strict JSON: text that every reader of RFC 8259 takes, without the NaN and Infinity that Python would write."""

import json
import math
from collections.abc import Mapping
from typing import Any


def json_text(content: object, *, indent: int | None = None, ascii_only: bool = True) -> str:
    """Return content as JSON; numbers that are not finite stand for what is unknown, and become null.

    With ``ascii_only`` every terminal can print it; files are read more easily without.
    """
    return json.dumps(_finite(content), indent=indent, ensure_ascii=ascii_only, allow_nan=False)


def _finite(content: object) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(content, Mapping):
        return {key: _finite(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [_finite(value) for value in content]
    return None if isinstance(content, float) and not math.isfinite(content) else content
