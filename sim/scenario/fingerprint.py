"""Fingerprint: what a scenario declares, as twelve characters."""

import hashlib
import json

from pydantic import BaseModel


def fingerprint(scenario: BaseModel) -> str:
    """Return the hash of everything a scenario declares, as 12 hexadecimal digits.

    Comments, file names, the order of a quantity's parts and whether a value was inherited do
    not count. The order of names does: formations act in the order they are declared.
    """
    content = json.dumps(_without_file_names(scenario.model_dump(mode="json", by_alias=True)))
    return hashlib.sha256(content.encode("ascii")).hexdigest()[:12]


def _without_file_names(content: object) -> object:
    """Return content without the names of files whose outlines or code stand beside them."""
    if isinstance(content, list):
        return [_without_file_names(part) for part in content]
    if isinstance(content, dict):
        return {key: _without_file_names(part) for key, part in content.items() if key != "file"}
    return content
