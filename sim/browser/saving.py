"""Saving: a played course as a scenario file that replays it."""

import re
from pathlib import Path

from sim.browser.course import Course
from sim.scenario.files.shipped import is_inside_package
from sim.scenario.files.writing import write_variant
from sim.vocabulary import BadInput

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
    injects = "; ".join(f"{inject.date}: {inject.words}" for inject in declared.injects)
    title = f"{course.scenario.title}, as played" + (f" ({injects})" if injects else "")
    write_variant(file, declared.file, course.overrides, title)
    return f"Saved. westphalia run {file} --seed {declared.seed} --replications 1"
