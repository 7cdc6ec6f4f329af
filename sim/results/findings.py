"""Findings: what was learnt beside an ensemble - a comparison, a timing curve - kept as JSON in its folder."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from sim.results.strict_json import json_text
from sim.results.whole_files import write_whole
from sim.scenario.files.text_file import RESULTS, read_text
from sim.vocabulary import BadInput

Finding = dict[str, Any]
Known = TypeVar("Known")

KINDS = ("comparison", "timing", "hindcast", "analysis", "answers", "where", "calibration")
"""Kinds of finding; each is kept under its own name."""
ROADS = "roads"
"""What ``timing --every-road`` keeps, which no report reads."""
SEAL = "sha256"
AGAIN = "call the command that wrote it again, or remove it"


class UnsealedError(BadInput):
    """A finding without a seal: another release has written it."""


def keep_finding(folder: Path, kind: str, finding: Mapping[str, Any]) -> Path:
    """Write a finding into a folder, which is made if need be, and return its file.

    Raises:
        BadInput: the folder is a file.

    """
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: it is a file; name a folder with --out")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{kind}.json"
    text = json_text(sealed(finding), indent=1, ascii_only=False)
    write_whole(file, lambda path: path.write_text(text + "\n", encoding="utf-8"))
    return file


def sealed(finding: Mapping[str, Any]) -> Finding:
    """Return a finding with the SHA-256 of its content, by which a change of its file is found."""
    content = {key: value for key, value in finding.items() if key != SEAL}
    plain = json.loads(json_text(content))
    return {**content, SEAL: hashlib.sha256(json_text(plain).encode()).hexdigest()}


def is_as_written(file: Path) -> bool:
    """Return whether the file of a finding holds what its seal says.

    Raises:
        UnsealedError: it has no seal.
        BadInput: it cannot be read.

    """
    return _read(file)[1]


def finding_as(kind: type[Known], content: Mapping[str, Any], name: str, command: str) -> Known:
    """Return a finding as the command that wrote it had it, from what its file holds.

    Raises:
        BadInput: the file is not as this release writes it.

    """
    try:
        return TypeAdapter(kind).validate_python(dict(content))
    except ValidationError as wrong:
        where = ".".join(map(str, wrong.errors()[0]["loc"]))
        raise BadInput(f"{name}.json: {where} is not as this release writes it; call `{command}` again") from None


def findings_in(folder: Path) -> dict[str, Finding]:
    """Return the findings that a folder holds, by kind.

    Raises:
        BadInput: one of them cannot be read.

    """
    found = {}
    for kind in KINDS:
        file = folder / f"{kind}.json"
        if file.is_file():
            found[kind], as_written = _read(file)
            if not as_written:
                raise BadInput(f"{file}: it is not as it was written; {AGAIN}")
    return found


def _read(file: Path) -> tuple[Finding, bool]:
    """Return a finding without its seal, and whether that is its own."""
    try:
        held = json.loads(read_text(file, "a finding that a command has written", RESULTS))
    except (ValueError, RecursionError) as wrong:
        raise BadInput(f"{file}: it is no JSON ({wrong}); {AGAIN}") from None
    if not isinstance(held, dict):
        raise BadInput(f"{file}: it is no finding; {AGAIN}")
    if SEAL not in held:
        raise UnsealedError(f"{file}: it is not as this release writes it, with the hash of its content; {AGAIN}")
    content = {key: value for key, value in held.items() if key != SEAL}
    return content, sealed(content)[SEAL] == held[SEAL]
