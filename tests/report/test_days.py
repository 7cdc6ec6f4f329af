import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sim.report.days import Session, session_in
from sim.report.frames import days_of
from sim.report.kept_map import frames_of, keep_map
from sim.report.map_days import map_days
from sim.report.page import page
from sim.report.readouts import readouts
from sim.report.representative import representative
from sim.results.store import newest_folder
from sim.results.verification import verified
from sim.vocabulary import BadInput


def test_runs_played_again_end_as_the_results_say(session: Session) -> None:
    kept = session.outcomes.loc[session.replications, "area_0"].to_numpy()

    assert session.measure("area_0").shape == (4, 14)
    assert np.array_equal(session.measure("area_0")[:, -1], kept)


def altered(folder: Path, into: Path) -> Path:
    """Return a copy of a folder whose outcomes hold another area than was played."""
    shutil.copytree(folder, into)
    outcomes = pd.read_parquet(into / "outcomes.parquet")
    outcomes.assign(area_0=outcomes["area_0"] + 1.0).to_parquet(into / "outcomes.parquet")
    return into


def without_hashes(folder: Path) -> None:
    """Let a folder be one of a release that kept no hashes."""
    held = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps(held | {"files": {}}), encoding="utf-8")


def test_results_that_were_altered_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"outcomes\.parquet: it is not as it was written"):
        session_in(altered(folder, tmp_path / "altered"))


def test_results_of_a_release_without_hashes_that_the_rules_no_longer_give_are_refused(
    folder: Path, tmp_path: Path
) -> None:
    changed = altered(folder, tmp_path / "changed")
    without_hashes(changed)
    (changed / "days.parquet").unlink()

    with pytest.raises(BadInput, match="the rules have changed"):
        session_in(changed)


def nothing_is_played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with each call of the engine from here on."""
    calls: list[str] = []
    for place in ("sim.campaign.ensemble.run", "sim.campaign.outcome.play_watched", "sim.report.map_days.play"):
        monkeypatch.setattr(place, lambda *_, at=place, **__: calls.append(at))
    return calls


def test_the_page_of_kept_days_and_a_kept_map_plays_nothing_and_equals_that_of_a_replay(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = tmp_path / "played"
    shutil.copytree(folder, played)
    (played / "days.parquet").unlink()
    again = page(session_in(played), {})
    kept = tmp_path / "kept"
    shutil.copytree(folder, kept)
    keep_map(kept)
    calls = nothing_is_played(monkeypatch)

    once = page(session_in(kept), {})

    assert calls == []
    assert once == again
    assert {each.name: each.verdict for each in verified(kept)}["map.json"] == "sound"


def test_a_kept_map_of_other_results_is_played_again(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "kept")
    keep_map(tmp_path / "kept")
    held = session_in(tmp_path / "kept")
    other = replace(held, manifest=replace(held.manifest, digest="another"))
    expected = map_days(other, representative(other))

    assert frames_of(other, representative(other)) == expected == frames_of(held, representative(held))


def test_results_of_a_release_that_measured_less_are_told_what_they_lack(folder: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier"
    shutil.copytree(folder, earlier)
    pd.read_parquet(earlier / "outcomes.parquet").drop(columns=["will_0", "will_1"]).to_parquet(
        earlier / "outcomes.parquet"
    )
    without_hashes(earlier)

    with pytest.raises(BadInput, match="its outcomes lack will_0, will_1, which this release measures"):
        session_in(earlier)


def test_a_run_that_was_agreed_early_stays_as_it_was(session: Session) -> None:
    outcomes = session.outcomes.copy()
    outcomes["agreed_day"] = [7.0, np.nan, np.nan, np.nan]
    agreed = replace(session, outcomes=outcomes)

    frames = map_days(agreed, 0)

    assert (agreed.last_day(0), agreed.last_day(1)) == (7, 14)
    assert {frame["holders"] for frame in frames[7:]} == {frames[7]["holders"]}
    assert frames[8]["assaults"] == []


def test_each_evening_on_the_map_has_the_men_of_the_series(session: Session) -> None:
    frames = map_days(session, 2)

    for side in (0, 1):
        men = [sum(stack[2] for stack in frame["stacks"] if stack[1] == side) for frame in frames[1:]]
        assert men == pytest.approx(session.measure(f"strength_{side}")[2], abs=len(frames[0]["stacks"]))


def test_readouts_are_those_of_the_series_and_the_last_talks(session: Session) -> None:
    frames = map_days(session, 1)

    told = readouts(session, 1, frames)

    talks = session.talks[session.talks["replication"] == 1].set_index("talks_day")["leverage_0"]
    assert told[0]["area"][0] == pytest.approx(417.0, abs=1.0)
    assert told[14]["area"][0] == pytest.approx(session.measure("area_0")[1, -1], abs=0.06)
    assert [told[day]["leverage"][0] for day in (0, 6, 7, 14)] == [
        pytest.approx(talks[day], abs=0.0006) for day in (0, 0, 7, 14)
    ]


def test_the_representative_run_is_nearest_to_the_medians(session: Session) -> None:
    series = np.repeat(session.series[2:3], len(session.series), axis=0)
    series[[0, 1, 3]] += np.array([50.0, -50.0, 80.0])[:, None, None]
    talks = session.talks.assign(leverage_0=session.talks["replication"].map({0: 0.3, 1: 0.5, 2: 0.4, 3: 0.4}))

    assert representative(replace(session, series=series, talks=talks)) == 2


def test_frames_have_a_row_a_run_and_day(session: Session) -> None:
    days = days_of(session)

    last = days[(days["replication"] == 3) & (days["day"] == 14)].iloc[0]
    assert len(days) == 4 * 14
    assert last["date"] == "2025-03-14"
    assert last["casualties_1"] == session.measure("casualties_1")[3, -1]
    assert last["ledger_roads_hit_0"] == session.reason("roads_hit_0")[3, -1]


def test_the_newest_folder_is_that_written_last(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there are no results"):
        newest_folder(tmp_path)

    assert newest_folder(folder.parent) == folder
