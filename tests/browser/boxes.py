"""Where things are on the screen, and which of them lie on one another."""

from playwright.sync_api import Page

Box = list[float]
FURTHEST_RIGHT = """Math.max(...[...document.querySelectorAll('.seminar *')]
  .filter(each => !each.closest('.theatre') && each.getClientRects().length)
  .map(each => each.getBoundingClientRect().right))"""


def boxes_of(page: Page, what: str) -> list[Box]:
    """Return left, top, right and bottom of everything that is meant, pixels."""
    boxes: list[Box] = page.locator(what).evaluate_all(
        "all => all.map(each => { const b = each.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] })"
    )
    return boxes


def shared(some: list[Box], others: list[Box], brim: tuple[float, float] = (3.0, 3.0)) -> list[tuple[Box, Box]]:
    """Return which of some boxes share more with one of the others than a brim of so many pixels."""
    return [
        (a, b)
        for a in some
        for b in others
        if a is not b and min(a[2], b[2]) - max(a[0], b[0]) > brim[0] and min(a[3], b[3]) - max(a[1], b[1]) > brim[1]
    ]


def furthest_right(page: Page) -> float:
    """Return how far right anything beside the maps reaches, pixels."""
    return float(page.evaluate(FURTHEST_RIGHT))
