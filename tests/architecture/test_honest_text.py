import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE_HERE = {".git", ".hypothesis", ".sphinx", ".venv", "__pycache__", "build", "dist", "results", "site"}
HOSTS = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|anaconda)\.(?:org|com)\b|[-_]index[-_]url|find[-_]links", re.IGNORECASE
)
PLACES = re.compile(r"(?<![\w.:/%-])/(?:root|home|work|Users)/")


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every text file of the checkout but those that tools made."""
    for path in sorted(ROOT.rglob("*")):
        parts = set(path.relative_to(ROOT).parts)
        if (
            path.is_file()
            and path != Path(__file__)
            and not parts & MADE_HERE
            and not any("_cache" in p for p in parts)
        ):
            yield path, path.read_bytes().decode("utf-8", errors="ignore")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Return where a pattern occurs, as ``file:line``."""
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path, text in texts()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(HOSTS) == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert lines_with(PLACES) == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert HOSTS.search("https://" + "pypi" + ".org/simple")
    assert PLACES.search('data = "' + "/home/" + 'someone/data.csv"')
    assert not PLACES.search("https://example.org/home/page")
