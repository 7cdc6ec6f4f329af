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
COMMAND = re.compile(r"^(?: {4})?(westphalia .+)$", re.MULTILINE)


def blocks(page: Path, kind: str) -> list[str]:
    """Return the blocks of code of a kind on a page; those without a kind are commands and what they print."""
    return [text for found, text in BLOCK.findall(page.read_text(encoding="utf-8")) if found == kind]


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
    """Return the commands of the program that stand in blocks of a page, without what follows a # on their line."""
    indented = "\n".join(re.findall(r"^ {4}westphalia .+$", prose(page), re.MULTILINE))
    found = COMMAND.findall("\n".join([*blocks(page, ""), *blocks(page, "sh"), indented]).replace("\\\n", " "))
    return [command.split(" #")[0].strip() for command in found]
