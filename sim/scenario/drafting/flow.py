"""Flow style: a value of a scenario as YAML on one line."""

from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """A dumper that quotes what scenarios read as a number and YAML 1.1 does not, such as 1e5."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if _is_number(text) else None)


_Dumper.add_representer(str, _text)


def flow(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a value as YAML on one line."""
    text: str = yaml.dump(
        [value], Dumper=_Dumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    )
    return text.strip()[1:-1]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
