"""Saving: a played course as a scenario file that replays it."""

import re
from pathlib import Path

from sim.browser.course import Course
from sim.scenario.files.shipped import is_inside_package
from sim.scenario.files.writing import write_variant
from sim.vocabulary import BadInput

IN_TITLE = 2
"""Entries by hand that the title of a saved scenario has room for."""
FILE_NAME = re.compile(r"(?!(?:con|nul|aux|prn|com\d|lpt\d)$)[^\W\d_][\w-]{0,59}", re.IGNORECASE)
"""A file name that any system can keep: a letter, then up to 59 letters, digits and dashes; no device of Windows."""


def save_course(course: Course, name: str) -> str:
    """Write a course as a scenario beside its file, or here if that is in the package; return how to run it.

    Raises:
        BadInput: the name is none that a file can have, or that of a file.

    """
    if not FILE_NAME.fullmatch(name):
        raise BadInput(f'"{name[:40]}" is no file name; write a letter first, then letters, digits and dashes')
    declared = course.declared
    folder = Path() if is_inside_package(declared.file) else declared.file.parent
    file = folder / f"{name}.yaml"
    write_course(course, file)
    return f"Saved. westphalia run {file} --over none --seed {declared.seed} --replications 1"


def write_course(course: Course, file: Path) -> Path:
    """Write a course as a scenario file, with what was done by hand in its title or, if that is much, in `about`.

    Raises:
        BadInput: there is such a file, or it would not read as what was played.

    """
    lines = [f"{inject.date}: {inject.words}" for inject in course.declared.injects]
    title, overrides = f"{course.scenario.title}, as played", dict(course.overrides)
    if len(lines) > IN_TITLE:
        overrides["about"] = "\n".join([course.scenario.about.strip(), "", "As played:", *lines]).strip()
    elif lines:
        title = f"{title} ({'; '.join(lines)})"
    write_variant(file, course.declared.file, overrides, title)
    return file
