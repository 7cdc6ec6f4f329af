from pathlib import Path

import pytest

from sim.results.edition import BESIDE, DECIDING, MUST_AGREE, differences, edition, identity, versions
from sim.results.edition import PACKAGE as SIM


@pytest.mark.parametrize(
    ("module", "counts"),
    [
        ("talks/leverage.py", True),
        ("campaign/negotiation/stakes.py", True),
        ("results/rows.py", True),
        ("vocabulary.py", True),
        ("cli/run.py", False),
        ("report/figures/plot.py", False),
        ("browser/page.py", False),
    ],
)
def test_an_edition_changes_with_every_module_that_can_change_a_row_and_no_other(
    tmp_path: Path, module: str, *, counts: bool
) -> None:
    editions = []
    for copy, law in (("one", "half = 0.5\n"), ("other", "half = 0.25\n")):
        file = tmp_path / copy / module
        file.parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / copy / "__init__.py").write_text("", encoding="utf-8")
        file.write_text(law, encoding="utf-8")
        editions.append(edition(tmp_path / copy))

    assert (editions[0] != editions[1]) is counts


def test_an_edition_does_not_depend_on_where_the_package_lies(tmp_path: Path) -> None:
    for copy in ("one", "other"):
        (tmp_path / copy / "talks").mkdir(parents=True)
        (tmp_path / copy / "talks/leverage.py").write_text("half = 0.5\n", encoding="utf-8")

    assert edition(tmp_path / "one") == edition(tmp_path / "other")


def test_versions_that_decide_must_agree_but_for_a_patch_of_python() -> None:
    here = identity()

    assert differences(here, {**here, "python": f"{here['python']}9"}) == {}
    assert differences(here, {**here, "numpy": "0.1"}) == {"numpy": (here["numpy"], "0.1")}
    assert differences({}, here) == {name: ("unknown", here[name]) for name in MUST_AGREE}


def test_a_manifest_names_every_package_its_kernel_and_the_commit_of_a_checkout() -> None:
    named = versions()

    assert {*DECIDING, *BESIDE, "python", "geos", "proj", "processor", "blas"} <= set(named)
    assert "not installed" not in named.values()
    assert ("commit" in named) == (SIM.parent / ".git").exists()
