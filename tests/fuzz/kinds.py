"""Kinds of input that people hand to the program, and what may come of one that was changed at random.

An input is refused, with a file and a remedy in each message, or the command does what it is for. Anything else raises.
"""

import json
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from typer.testing import CliRunner

from sim.campaign.outcome import run
from sim.campaign.setup.deployment import deploy
from sim.cli import application
from sim.experiment.planning import plan
from sim.experiment.sweeps.study import Values
from sim.scenario.files.reading import examine_scenario
from sim.vocabulary import BadInput
from tests.fuzz.mutants import ODD, mutant
from tests.fuzz.texts import bytes_mutant, json_mutant, text_mutant
from tests.scenarios.shipped import FOLDER

REFUSED, RAN = "refused", "ran"
BRIEF: Final = ["days=3", "talks.every=2", "talks.horizon=3", "talks.rollouts=2"]
FIELD: Final = "theory/equal-sides"
SMALL: Final = ("--set", "days=2", "--workers", "1", "--set", "talks.horizon=2")
Attempt = Callable[[Path, int], str]
"""Tries the mutant of a number in an empty folder, and returns what came of it."""


class WrongError(AssertionError):
    """What an input may not lead to."""


def scenario_of(name: str) -> Attempt:
    """Return what tries a shipped scenario, written out with all that it extends, as a tree."""
    whole = written_out(name)

    def attempt(folder: Path, seed: int) -> str:
        file = folder / "mutant.yaml"
        file.write_text(yaml.safe_dump(mutant(whole, seed), sort_keys=False, allow_unicode=True), encoding="utf-8")
        return examined(file)

    return attempt


def scenario_text(folder: Path, seed: int) -> str:
    """Try a scenario in short form, as text or as bytes."""
    name = ("teaching/two-valleys", FIELD)[seed % 2]
    source = FOLDER / f"{name}.yaml"
    text = source.read_text(encoding="utf-8").replace("file: ", f"file: {source.parent}/")
    text = text.replace("[../laws.yaml, field.yaml, no-luck.yaml]", f"{FOLDER}/theory/equal-sides.yaml")
    changed = text_mutant(text, seed).encode() if seed % 5 else bytes_mutant(text.encode(), seed)
    (folder / "mutant.yaml").write_bytes(changed)
    return examined(folder / "mutant.yaml")


def examined(file: Path) -> str:
    """Examine a scenario, and play it if there is no error."""
    examination = examine_scenario(file, BRIEF)
    if examination.scenario is None:
        if not examination.errors:
            raise WrongError("it is refused without an error")
        for error in examination.errors:
            if not (error.file and error.message and error.remedy):
                raise WrongError(f"an error without a file or a remedy: {error}")
            if error.line is None and error.where and not error.file.startswith("--set"):
                raise WrongError(f"an error without a line: {error}")
        return REFUSED
    run(deploy(examination.scenario), 1, 0)
    return RAN


def design(folder: Path, seed: int) -> str:
    """Try a design, as a tree or as text, and play its first point."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    source = chosen.choice(sorted((FOLDER / "designs").glob("*.yaml")))
    text = source.read_text(encoding="utf-8").replace("../", f"{FOLDER}/")
    if seed % 2:
        tree = yaml.safe_load(text)
        tree |= {"samples": 4} if "samples" in tree else {}
        changed = yaml.safe_dump(mutant(tree, seed), sort_keys=False, allow_unicode=True)
    else:
        changed = text_mutant(text, seed)
    (folder / "mutant.yaml").write_text(changed, encoding="utf-8")
    try:
        planned = plan(folder / "mutant.yaml")
    except BadInput as wrong:
        return refused(wrong)
    names = [factor.name for factor in planned.factors]
    point: Values = dict(zip(names, planned.points[0], strict=True))
    with suppress(BadInput):  # its levels do not go together: of many combinations only the first are looked at before
        planned.study.at({**point})
    return RAN


def layer(folder: Path, seed: int) -> str:
    """Try the outline of a region."""
    source = (FOLDER / "theory/field.geojson", FOLDER / "teaching/basin.geojson")[seed % 2]
    text = source.read_text(encoding="utf-8")
    changed = json_mutant(text, seed).encode() if seed % 5 else bytes_mutant(text.encode(), seed)
    (folder / "own.geojson").write_bytes(changed)
    scenario = FOLDER / ("teaching/two-valleys.yaml" if seed % 2 else f"{FIELD}.yaml")
    region = "Basin" if seed % 2 else "Field"
    own = f"extends: {scenario}\ntheatre: {{regions: {{{region}: {{file: own.geojson}}}}}}\n"
    (folder / "mutant.yaml").write_text(own, encoding="utf-8")
    return examined(folder / "mutant.yaml")


def table(folder: Path, seed: int) -> str:
    """Try a table: observed areas, an overlay of draws, or the places of a new scenario."""
    kind = seed % 3
    text = TABLES[kind]
    changed = text_mutant(text, seed).encode() if seed % 5 else bytes_mutant(text.encode(), seed)
    file = folder / "mutant.csv"
    file.write_bytes(changed)
    few = ("--replications", "2")
    if kind == 0:
        return called("hindcast", FIELD, str(file), "--column", "area", *few, *SMALL)
    if kind == 1:
        return called(
            "ask", FIELD, "area_0 > 1", "--over", str(file), "--draws", "2", *few, *SMALL, "--out", str(folder / "o")
        )
    region = str(FOLDER / "theory/field.geojson")
    return called("new", str(folder / "own"), "--places", str(file), "--region", region)


TABLES: Final = (
    "date,area\n2000-01-01,10\n2000-01-02,9.5\n2000-01-03,9\n",
    "sides.Blue.force.morale,sides.Red.force.strength_scale,weight\n0.5,1.0,1\n0.6,1.1,2\n0.7,0.9,1\n",
    "name,lat,lon,side,terrain,population\nNorth,0.05,0,Blue,open,100\nMid,0,0.01,Red,wooded,0\nSouth,-.05,0,Red,open,5\n",
)


@dataclass
class Kept:
    """Results that were kept, and something in their folder changed."""

    home: Path
    """Folder of the sound results: ``run`` and ``sweep``."""

    def __call__(self, folder: Path, seed: int) -> str:
        """Change one or two files of a copy, and let commands read it."""
        chosen = random.Random(seed)  # noqa: S311 - no secret
        kind = chosen.choice(["run", "run", "sweep"])
        copy = folder / kind
        shutil.copytree(self.home / kind, copy)
        for _ in range(chosen.choice([1, 1, 2])):
            files = sorted(path for path in copy.rglob("*") if path.is_file())
            if files:
                self.change(chosen.choice(files), chosen)
        design = str(self.home / "design.yaml")
        commands = {
            "run": (("verify",), ("report",), ("export",), ("repro",), ("run", *RUN, "--out")),
            "sweep": (("verify",), ("analyse",), ("export",), ("sweep", design, "--workers", "1", "--out")),
        }
        return called(*chosen.choice(commands[kind]), str(copy))

    @staticmethod
    def change(file: Path, chosen: random.Random) -> None:
        """Change a file, or what stands in its place."""
        seed = chosen.randrange(10**9)
        match chosen.choice(["bytes", "bytes", "json", "json", "gone", "folder", "other"]):
            case "json" if file.suffix in {".json", ".jsonl"} and file.stat().st_size:
                with suppress(ValueError):
                    file.write_text(json_mutant(file.read_text(encoding="utf-8"), seed), encoding="utf-8")
            case "gone":
                file.unlink()
            case "folder":
                file.unlink()
                file.mkdir()
            case "other":
                file.write_text(chosen.choice(["{}", "[]", "null", "1", "\x00", "x" * 1000]), encoding="utf-8")
            case _:
                file.write_bytes(bytes_mutant(file.read_bytes(), seed))


RUN: Final = (FIELD, "--over", "none", "--replications", "2", *SMALL)


def command_line(_folder: Path, seed: int) -> str:
    """Try a command with a value changed, missing, doubled or of another kind."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    words = list(chosen.choice(COMMANDS))
    for _ in range(chosen.choice([1, 1, 2])):
        n = chosen.randrange(len(words))
        match chosen.choice(["odd", "odd", "odd", "delete", "double", "unknown"]):
            case "odd":
                words[n] = chosen.choice([*ARGUMENTS, *(str(each) for each in ODD)])
            case "delete":
                del words[n]
            case "double":
                words.insert(n, words[n])
            case _:
                words.insert(n, chosen.choice(["--nothing", "--json", "-x", "--", "extra"]))
        words = words or ["list"]
    if words[0] in {"view", "warm", "schema"}:
        return REFUSED
    return called(*words)


ARGUMENTS: Final = (
    "", " ", "-1", "0", "nan", "inf", "1e9", "99999999999999999999999", "2025-13-40", "9999-12-31", ".", "..", "a=b",
    "days=", "days=-1", "days=1e9", "=1", "days.x=1", "sides.Blue=1", "[/red]", "\x1b[31m", "\u202e", "none",
    "declared", "area_0", "area_0 <", "Near falls", "Near falls by 2000-01-02 given", "((", "x" * 5000,
)  # fmt: skip
COMMANDS: Final = (
    ("run", *RUN),
    ("run", FIELD, "--draws", "2", "--replications", "2", "--against", "none", *SMALL),
    ("check", FIELD),
    ("ask", FIELD, "area_0 < 5 by 2000-01-02", "--over", "none", "--replications", "2", *SMALL),
    ("where", FIELD, "--draws", "2", "--replications", "1", *SMALL),
    ("seek", FIELD, "--vary", "sides.Red.force.morale", "--until", "area_0 < 1 >= .5", "--replications", "2", *SMALL),
    ("rank", FIELD, "theory/lanchester-square", "--over", "none", "--replications", "2", *SMALL),
    ("compare", FIELD, "theory/lanchester-square", "--replications", "2", *SMALL),
    ("timing", FIELD, "--road", "West,Near", "--starts", "2000-01-01", "--replications", "2", *SMALL),
    ("show", FIELD, "--map", "map.svg"),
    ("new", "own", "--period", "2025"),
    ("examples", "there"),
    ("list",),
    ("report", "nothing"),
    ("export", "nothing"),
    ("verify", "nothing"),
    ("analyse", "nothing", "--below", "1"),
    ("sweep", "nothing", "--out", "there"),
)  # fmt: skip


def called(*arguments: str) -> str:
    """Call a command in this process; it may end with 0 or 2, or 1 where that is its answer."""
    outcome = CliRunner().invoke(application(), list(arguments))
    told = outcome.output
    if outcome.exception is not None and not isinstance(outcome.exception, SystemExit):
        raise outcome.exception
    if "Traceback" in told or "westphalia failed" in told:
        raise WrongError(f"{' '.join(arguments)[:300]}: {told[-300:]}")
    if outcome.exit_code == 1 and arguments[0] not in {"verify", "repro"}:
        raise WrongError(f"{' '.join(arguments)[:300]} ends with 1: {told[-300:]}")
    if outcome.exit_code == 2:
        if not told.strip():
            raise WrongError(f"{' '.join(arguments)[:300]} ends with 2 and says nothing")
        return REFUSED
    return RAN


def refused(wrong: BadInput) -> str:
    """Return that bad input was refused, if each of its messages has a remedy."""
    for message in wrong.messages:
        if "; " not in message:
            raise WrongError(f"no remedy: {message}")
    return REFUSED


def written_out(name: str) -> dict[str, Any]:
    """Return a scenario with all that it extends, its maps by absolute path."""
    tree = examine_scenario(FOLDER / f"{name}.yaml").tree
    assert tree is not None
    whole = tree.plain
    assert isinstance(whole, dict)
    drawn = [*whole["theatre"]["regions"].values(), *filter(None, [whole["theatre"].get("rivers")])]
    for part in drawn:
        part.pop("outline")
        part["file"] = str(next(FOLDER.rglob(part["file"])).resolve())
    return whole


def keep_results(home: Path) -> Kept:
    """Make sound results of a run and of a sweep, small ones."""
    text = f"scenario: {FOLDER / FIELD}.yaml\ndays: 2\nkind: latin_hypercube\nsamples: 4\nset: {{talks.horizon: 2}}\n"
    text += "factors: {sides.Blue.force.strength_scale: {range: [0.5, 1.5]}}\noutcome: area_0\n"
    (home / "design.yaml").write_text(text, encoding="utf-8")
    for words in (("run", *RUN), ("sweep", str(home / "design.yaml"), "--workers", "1")):
        outcome = CliRunner().invoke(application(), [*words, "--out", str(home / words[0])])
        assert outcome.exit_code == 0, outcome.output
    assert json.loads((home / "run/manifest.json").read_text(encoding="utf-8"))["digest"]
    return Kept(home)
