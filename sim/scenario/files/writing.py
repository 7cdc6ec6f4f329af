"""Writing a scenario: what differs from another scenario, as a file that extends it."""

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from sim.scenario import upgrading
from sim.scenario.files.extending import KEY
from sim.scenario.files.overrides import SEGMENT, Overrides
from sim.scenario.files.reading import read_scenario
from sim.scenario.files.shipped import name_from
from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput


def write_variant(file: Path, base: Path, overrides: Mapping[str, object], title: str) -> Scenario:
    """Write a scenario that extends ``base`` with overrides, and return it as read back from the file.

    Raises:
        BadInput: a file of that name exists already, or it would not read as the same scenario.

    """
    if file.exists():
        raise BadInput(f"{file} exists already; choose another name")
    parts: dict[str, object] = {KEY: name_from(file.parent, base), upgrading.KEY: upgrading.VERSION, "title": title}
    for path, value in overrides.items():
        _place(parts, [step.strip('"') for step in re.findall(SEGMENT, path)], value)
    text = yaml.safe_dump(parts, allow_unicode=True, sort_keys=False, width=120)
    wanted: Overrides = {**overrides, "title": title}
    file.write_text(text, encoding="utf-8")
    written = read_scenario(file)
    if written != read_scenario(base, wanted):
        file.unlink()
        raise BadInput(f"{file} would not read as the scenario that was played; nothing was written")
    return written


def _place(parts: dict[str, object], steps: list[str], value: object) -> None:
    here = parts
    for step in steps[:-1]:
        inner = here.setdefault(step, {})
        if not isinstance(inner, dict):
            raise BadInput(f'"{step}" is given twice')
        here = inner
    here[steps[-1]] = value
