import os
import sys
from pathlib import Path

import pytest

from sim.results.whole_files import write_whole
from sim.vocabulary import BadInput


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    write_whole(pipe, lambda path: path.write_text("told", encoding="utf-8"))

    assert os.read(reader, 100) == b"told"
    assert pipe.is_fifo()
    os.close(reader)


@pytest.mark.parametrize(("name", "told"), [(".", "it is a folder; name a file"), ("no/where", "make it first")])
def test_what_can_be_no_file_is_bad_input(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        write_whole(tmp_path / name, lambda path: path.write_text("", encoding="utf-8"))
