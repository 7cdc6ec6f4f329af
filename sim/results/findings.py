"""Findings: what was learnt beside an ensemble - a comparison, a timing curve - kept as JSON in its folder."""

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


def keep_finding(folder: Path, kind: str, finding: Mapping[str, Any]) -> Path:
    """Write a finding into a folder, which is made if need be, and return its file.

    Raises:
        BadInput: the folder is a file.

    """
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder}: it is a file; name a folder with --out")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{kind}.json"
    text = json_text(finding, indent=1, ascii_only=False)
    write_whole(file, lambda path: path.write_text(text + "\n", encoding="utf-8"))
    return file


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
            try:
                found[kind] = json.loads(read_text(file, "a finding that a command has written", RESULTS))
            except ValueError as wrong:
                raise BadInput(f"{file}: it is no JSON ({wrong}); write it again or remove it") from None
    return found
