import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_proof_that_is_named_is_there() -> None:
    text = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
    missing = []
    for row in text.splitlines():
        folder = Path()
        for proof in re.findall(r"`((?:tests/|benchmarks/)?[\w/]*\w+\.py)`", row):
            folder = Path(proof).parent if "/" in proof else folder
            if not (ROOT / folder / Path(proof).name).is_file():
                missing.append(proof)

    assert missing == []
