"""Plain YAML of names, numbers and lists, for other programs."""

import yaml


def yaml_text(content: object) -> str:
    """Return content as YAML in the order in which it is given."""
    return str(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120))
