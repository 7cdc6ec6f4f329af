"""The kept map: the representative run on the map, kept with the results so that no page plays it again."""

import json
from pathlib import Path
from typing import Any

from sim.report.days import Session, session_in
from sim.report.map_days import map_days
from sim.report.representative import representative
from sim.results.store import keep_beside
from sim.results.strict_json import json_text
from sim.results.whole_files import hash_of

MAP = "map.json"
Frames = list[dict[str, Any]]


def keep_map(folder: Path) -> None:
    """Play the representative run of a results folder day by day, and keep each evening on the map."""
    session = session_in(folder)
    shown = representative(session)
    kept = {"digest": session.manifest.digest, "replication": shown, "frames": map_days(session, shown)}
    keep_beside(folder, MAP, json_text(kept) + "\n")


def frames_of(session: Session, replication: int) -> Frames:
    """Return each evening of a run on the map, as it was kept, or played again where it was not."""
    return _kept(session, replication) or map_days(session, replication)


def _kept(session: Session, replication: int) -> Frames | None:
    """Return the evenings that are kept of a run; None where there are none, or not as they were written."""
    path = session.folder / MAP
    if not path.is_file() or hash_of(path) != session.manifest.files.get(MAP):
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    if kept.get("digest") != session.manifest.digest or kept.get("replication") != replication:
        return None
    by_number = ("flow", "gained")
    return [
        frame | {name: {int(n): value for n, value in frame[name].items()} for name in by_number}
        for frame in kept["frames"]
    ]
