"""What lies in a results folder is read only if it is a file that can be worked on."""

import os
from pathlib import Path

import pytest

from sim.results.findings import findings_in
from sim.results.store import read_manifest
from sim.results.sweep_manifest import holds_sweep, read_sweep_manifest
from sim.vocabulary import BadInput


def test_a_manifest_that_is_a_pipe_or_nested_without_end_is_refused(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.json"
    os.mkfifo(manifest)
    for read in (read_manifest, read_sweep_manifest):
        with pytest.raises(BadInput, match="is no regular file"):
            read(tmp_path)
    assert not holds_sweep(tmp_path)

    manifest.unlink()
    manifest.write_text("[" * 100_000)
    for read in (read_manifest, read_sweep_manifest):
        with pytest.raises(BadInput, match="it is no manifest"):
            read(tmp_path)


def test_a_finding_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "timing.json").open("wb") as file:
        file.truncate(70_000_000)

    with pytest.raises(BadInput, match="more than 64 MB"):
        findings_in(tmp_path)
