"""The documents as tests read them: their files, their links, their blocks of code."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "scenarios").rglob("*.md")),
    ROOT / "benchmarks/README.md",
    ROOT / "results/README.md",
]
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
SHOWN = re.compile(r"^```([^\n]*)\n(.*?)^```$|^ {4}(\S[^\n]*)$", re.MULTILINE | re.DOTALL)
PROGRAM = re.compile(r"(?:\S+/)?(?:dask|docker|git|make|pip|python|source|westphalia) ")
"""How a line begins that is typed, and not printed."""


def blocks(page: Path, kind: str) -> list[str]:
    """Return the blocks of code of a kind on a page; those without a kind are commands and what they print."""
    return [text for found, text in BLOCK.findall(page.read_text(encoding="utf-8")) if found == kind]


def typed(page: Path) -> list[str]:
    """Return what a page has its reader type, in its order, without what follows a # on a line."""
    lines: list[str] = []
    for kind, block, indented in SHOWN.findall(page.read_text(encoding="utf-8")):
        if indented or kind in ("", "sh"):
            shown = re.sub(r" *\\\n *", " ", indented or block).splitlines()
            lines += [re.sub(r" +#.*", "", line) for line in shown if PROGRAM.match(line)]
    return lines


def prose(page: Path) -> str:
    """Return a page without its blocks of code."""
    return BLOCK.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[str]:
    """Return where a page leads to on this machine."""
    found = [first or second for first, second in LINK.findall(prose(page))]
    return [link for link in found if "://" not in link and not link.startswith("mailto:")]


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as Git hosts and the site name them."""
    headings = re.findall(r"^#{1,6} (.+)$", prose(page), re.MULTILINE)
    plain = [re.sub(r"[^\w\- ]", "", heading.strip().lower()) for heading in headings]
    return {heading.replace(" ", "-") for heading in plain}


def commands(page: Path) -> list[str]:
    """Return the commands of the program among what a page has its reader type."""
    return [line for line in typed(page) if line.startswith("westphalia ")]
