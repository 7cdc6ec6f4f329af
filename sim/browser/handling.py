"""The handling banner: what the scenario says of how the page is to be handled, above everything."""

import solara


def handling_banner(words: str) -> None:
    """Draw the banner, if the scenario has one."""
    if words:
        solara.v.Html(tag="p", class_="handling", children=[words])
