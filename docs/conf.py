"""The site: these documents as pages, with the reference that the program itself gives. `make docs` builds it."""

import re
import sys
from importlib.metadata import version as released
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from reference_pages import PARTS  # noqa: E402 - lies beside this file

project = "westphalia"
author = "westphalia contributors"
copyright = author  # noqa: A001 - Sphinx's name
version = release = released("westphalia")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["README.md", "decisions/README.md"]
highlight_language = "text"
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
add_module_names = False
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = "westphalia"
html_copy_source = False
html_static_path = html_css_files = ["site.css"]
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1f5a94", "color-brand-content": "#1f5a94"},
    "dark_css_variables": {"color-brand-primary": "#8db9e6", "color-brand-content": "#8db9e6"},
}


OUTSIDE = {"../scenarios/kursk/README.md": "kursk.md", "../benchmarks/README.md": "benchmarks.md"}
"""Files beside the documents that are pages of the site."""
MARKDOWN = re.compile(r"\]\((\.\./[^)\s#]+\.md)(?:#[^)\s]*)?\)")
"""A link to a Markdown file in a folder above; all others are downloads, or pages, without help."""


def fill_in(_: Any, page: str, source: list[str]) -> None:  # noqa: ANN401 - Sphinx's application
    """Put what the program says of itself in the place of its marker, and lead links to where a page is on the site."""
    if page == "keys":
        source[0] = "# Keys of a scenario\n\n" + re.sub(r"^###", "##", source[0], flags=re.MULTILINE)
    for file, there in OUTSIDE.items():
        source[0] = source[0].replace(f"]({file}", f"]({there}")
    folder = (HERE / page).parent
    source[0] = MARKDOWN.sub(lambda link: _downloaded(folder, link), source[0])
    for name, part in PARTS.items():
        marker = f"<!-- generated: {name} -->"
        if marker in source[0]:
            source[0] = source[0].replace(marker, part())


def _downloaded(folder: Path, link: re.Match[str]) -> str:
    """Return a link to a file that is no page of the site as a download of it."""
    inside = (folder / link[1]).resolve().is_relative_to(HERE)
    return link[0] if inside else f"](path:{link[1]})"


def written_anew(*_: Any) -> list[str]:  # noqa: ANN401 - as above
    """Return the pages that may have changed though their files have not."""
    return ["commands", "index", "measures"]


def setup(app: Any) -> None:  # noqa: ANN401 - as above
    """Let Sphinx know of the generated parts."""
    app.connect("source-read", fill_in)
    app.connect("env-get-outdated", written_anew)
