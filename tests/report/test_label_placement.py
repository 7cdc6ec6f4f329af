"""Labels beside points: none covers another, none leaves the sheet, and custom comes first."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sim.report.label_placement import ABOVE, BELOW, Labels, Rectangle

SHEET = Rectangle(50.0, 50.0, 100.0, 100.0)
POINTS = st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100), st.floats(1, 20), st.floats(1, 5)), max_size=30)


@given(POINTS)
def test_no_label_covers_another_or_leaves_the_sheet(points: list[tuple[float, float, float, float]]) -> None:
    labels = Labels(SHEET, [Rectangle(5.0, 5.0, 10.0, 10.0)])
    for n, (x, y, width, height) in enumerate(points):
        labels.place(Rectangle(x, y, width, height), 0.5, ABOVE if n % 2 else BELOW)

    assert all(SHEET.holds(each) for each in labels.taken)
    assert not any(a.meets(b) for a, b in combinations(labels.taken, 2))


def test_a_lone_label_stands_where_custom_wants_it() -> None:
    name, sign = Rectangle(50.0, 50.0, 20.0, 4.0), Rectangle(50.0, 50.0, 10.0, 4.0)

    assert Labels(SHEET).place(name, 1.0, BELOW) == Rectangle(50.0, 53.0, 20.0, 4.0)
    assert Labels(SHEET).place(sign, 1.0, ABOVE) == Rectangle(50.0, 47.0, 10.0, 4.0)


def test_a_label_without_room_is_left_out() -> None:
    assert Labels(SHEET, [SHEET]).place(Rectangle(50.0, 50.0, 2.0, 2.0), 1.0, BELOW) is None
