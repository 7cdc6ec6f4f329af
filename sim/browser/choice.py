"""A choice from a list: a plain field that the keyboard, a reader of screens and a telephone know how to use."""

from collections.abc import Callable

import solara


@solara.component_vue("choice.vue")
def choice(
    label: str,
    value: str,
    values: list[str],
    event_choose: Callable[[str], None],
    search: bool = False,  # noqa: FBT001, FBT002 - Solara hands it on by name
) -> None:
    """Draw the choice; with ``search`` by typing a part of what is wanted."""
