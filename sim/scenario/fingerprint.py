"""Fingerprint: what a scenario declares, as twelve characters."""

import hashlib
import json

from pydantic import BaseModel


def fingerprint(scenario: BaseModel) -> str:
    """Return the hash of everything a scenario declares, as 12 hexadecimal digits.

    Comments, file names, the order of a quantity's parts and whether a value was inherited do
    not count. The order of names does: formations act in the order they are declared.
    """
    content = json.dumps(scenario.model_dump(mode="json", by_alias=True), ensure_ascii=True)
    return hashlib.sha256(content.encode("ascii")).hexdigest()[:12]
