"""A choice from a list: a plain field that the keyboard, a reader of screens and a telephone know how to use."""

from collections.abc import Callable

import solara


def choice(
    *, label: str, value: str, values: list[str], event_choose: Callable[[str], None], search: bool = False
) -> None:
    """Draw the choice; with ``search`` by typing a part of what is wanted.

    It stays the same field while others of its form come and go: what somebody types into it is not lost.
    """
    _field(label=label, value=value, values=values, event_choose=event_choose, search=search).key(label)


@solara.component_vue("choice.vue")
def _field(
    label: str,
    value: str,
    values: list[str],
    event_choose: Callable[[str], None],
    search: bool,  # noqa: FBT001 - Solara hands it on by name
) -> None:
    """Draw the field."""
