"""Flow style: a value of a scenario as YAML on one line."""

from typing import Any

import yaml


def flow(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a value as YAML on one line."""
    text = yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
    return text.strip()[1:-1]
