"""Fingerprint: what a scenario declares, as twelve characters."""

import hashlib
import json
from pathlib import Path

from pydantic import BaseModel

from sim.scenario.extending import FILE


def fingerprint(scenario: BaseModel) -> str:
    """Return the hash of everything a scenario declares, as 12 hexadecimal digits.

    Map files count by what they hold. Comments, file names, the order of a quantity's parts and
    whether a value was inherited do not count. The order of names does: formations act in the
    order they are declared.
    """
    content = _with_files_read(scenario.model_dump(mode="json", by_alias=True))
    text = json.dumps(content, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]


def _with_files_read(content: object) -> object:
    """Return content in which the hash of each file stands for its name."""
    if isinstance(content, list):
        return [_with_files_read(part) for part in content]
    if not isinstance(content, dict):
        return content
    members = {key: _with_files_read(part) for key, part in content.items()}
    if isinstance(members.get(FILE), str):
        members[FILE] = hashlib.sha256(Path(str(members[FILE])).read_bytes()).hexdigest()
    return members
