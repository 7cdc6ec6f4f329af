"""A made-up scenario of ORBAT Mapper in the valley of the teaching case."""

from typing import Any

START = "2026-04-01T06:00:00+02:00"


def unit(name: str, sidc: str, at: tuple[float, float] | None = None, *below: dict[str, Any], **more: object) -> Any:  # noqa: ANN401
    """Return a unit, standing somewhere from the start or nowhere, with some below it."""
    state = [{"id": f"{name}-1", "t": START, "location": list(at)}] if at else []
    return {"id": name, "name": name, "sidc": sidc, "state": state, "subUnits": list(below), **more}


def men(number: float, on_hand: float | None = None) -> dict[str, Any]:
    sorts = [{"name": "Officers", "count": 10}, {"name": "Others", "count": number - 10}]
    return {"personnel": sorts if on_hand is None else [{"name": "Men", "count": number, "onHand": on_hand}]}


def side(name: str, identity: str, *units: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "standardIdentity": identity,
        "groups": [{"id": f"{name} g", "name": "Land", "subUnits": list(units)}],
    }


def war() -> dict[str, Any]:
    """Return the file: a division with brigades, parts, a headquarters, a ship, and one that comes later."""
    companies = (
        unit("A Company", "10031000151211000000", (8.52, 46.35), **men(120)),
        unit("B Company", "10031000151211000000", (8.53, 46.36), **men(130)),
    )
    south = side(
        "South",
        "3",
        unit(
            "1st Division",
            "10031000211211020000",
            (8.50, 46.21),
            unit("1st Brigade", "10031000181211020000", (8.61, 46.46), **men(2400), shortName="1 Bde"),
            unit("2nd Battalion", "10031000161205000000", (8.51, 46.34), *companies),
            unit("Headquarters", "10031002241100000000", (8.50, 46.20), **men(1200)),
            unit("Reserve", "10031000181211000000", None, **men(900)),
        ),
        unit("Patrol boat", "10033000001205000000", (8.5, 46.2)),
    )
    comes = {"id": "n2", "t": "2026-04-09T08:00:00+02:00", "location": [8.5, 46.79]}
    north = side(
        "North",
        "6",
        unit("1st Brigade", "10031000181211020000", (8.41, 46.56), **men(4000, 3100)),
        unit("Rangers", "SFGPUCI----F---", None, state=[comes, {"id": "n3", "t": START, "title": "raised"}]),
        unit("Scouts", "10031000161217000000", (8.5, 46.36)),
        unit("Far Brigade", "10031000181211000000", (2.0, 40.0)),
    )
    return {
        "type": "ORBAT-mapper",
        "id": "made-up",
        "version": "2.2.0",
        "name": "Two valleys, played elsewhere",
        "startTime": START,
        "symbologyStandard": "app6",
        "sides": [south, north],
        "events": [],
        "layers": [],
        "mapLayers": [],
    }
