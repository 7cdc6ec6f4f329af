"""Tables of observed areas: the column is never guessed, and no cell is dropped, guessed or counted twice."""

import os
from pathlib import Path

import pytest

from sim.validation.observed_area import observed_area
from sim.vocabulary import BadInput


def faults_of(folder: Path, text: str, column: str | None = None) -> tuple[str, ...]:
    file = folder / "seen.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as raised:
        observed_area(file, column)
    return tuple(message.replace(f"{file}:", "") for message in raised.value.messages)


def areas_of(folder: Path, text: str, column: str | None = None) -> list[float]:
    (folder / "seen.csv").write_text(text, encoding="utf-8")
    return observed_area(folder / "seen.csv", column).tolist()


def test_areas_are_ordered_by_date_and_days_without_any_are_left_out(tmp_path: Path) -> None:
    text = "date,method,area_km2\n2025-03-02,a,2\n2025-03-01,b,1\n2025-03-03,c,\n\n"

    assert areas_of(tmp_path, text) == [1.0, 2.0]


@pytest.mark.parametrize(
    "text",
    [
        ",date,area_km2\n0,2025-03-01,7\n1,2025-03-02,8\n",
        "Unnamed: 0,date,area_km2\n5,2025-03-01,7\n9,2025-03-02,8\n",
        "row,date,held\n1,2025-03-01,7\n2,2025-03-02,8\n",
        "year,date,held\n2025,2025-03-01,7\n2025,2025-03-02,8\n",
        "date,fighting,held\n2025-03-01,True,7\n2025-03-02,False,8\n",
        "Date;held\n2025-03-01;7\n2025-03-02;8\n",
        "\ufeffdate, held\n2025-03-01, 7\n2025-03-02, 8e0\n",
    ],
)
def test_row_numbers_years_truth_values_and_unnamed_columns_are_no_areas(tmp_path: Path, text: str) -> None:
    assert areas_of(tmp_path, text) == [7.0, 8.0]


def test_of_several_columns_with_numbers_one_must_be_named(tmp_path: Path) -> None:
    text = "date,owl_km2,deep_km2,year\n2025-03-01,7,1,2025\n2025-03-02,9,3,2025\n"

    assert faults_of(tmp_path, text) == ("1: 2 columns have numbers: owl_km2, deep_km2; name one of them by --column",)
    assert areas_of(tmp_path, text, "DEEP_km2") == [1.0, 3.0]


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("areas", '1: there is no column "areas"; did you mean "area"?'),
        ("year", '1: there is no column of numbers "year" to score; choose from area, other'),
        ("method", '1: there is no column of numbers "method" to score; choose from area, other'),
    ],
)
def test_a_column_that_cannot_be_scored_is_not_taken_when_named(tmp_path: Path, column: str, told: str) -> None:
    text = "date,year,method,area,other\n2025-03-01,2025,map,7,1\n2025-03-02,2025,map,9,3\n"

    assert faults_of(tmp_path, text, column) == (told,)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("-9999", '3: "-9999" is no area; an area is no less than 0 and no more than the earth'),
        ("1e12", '3: "1e12" is no area; an area is no less than 0 and no more than the earth'),
        ("inf", '3: "inf" is no area; write a number of km2, or leave the cell empty where nothing was observed'),
        ("NaN", '3: "NaN" is no area; write a number of km2, or leave the cell empty where nothing was observed'),
        (
            "unknown",
            '3: "unknown" is no area; write a number of km2, or leave the cell empty where nothing was observed',
        ),
        ('"1,031"', '3: "1,031" is no area; write 1031 without the comma, and a point before decimals'),
        ("1,031", "3: there are 3 cells, but 2 names on line 1; write as many cells as names, and no comma in numbers"),
    ],
)
def test_a_cell_that_is_no_area_is_told_with_its_line(tmp_path: Path, cell: str, told: str) -> None:
    assert faults_of(tmp_path, f"date,area\n2025-03-01,5\n2025-03-02,{cell}\n") == (told,)


def test_every_bad_cell_is_told_and_a_date_counts_once(tmp_path: Path) -> None:
    text = "date,area\n2025-03-01,5\n2025-03-01,6\n2025-03-02,x\n2025-03-01,\n"

    assert faults_of(tmp_path, text) == (
        "3: 2025-03-01 stands on line 2 already; keep one of the two",
        '4: "x" is no area; write a number of km2, or leave the cell empty where nothing was observed',
    )


@pytest.mark.parametrize("day", ["2025-13-01", "01.03.2025", "20250302", "2025-W10-7", ""])
def test_a_date_that_is_none_is_told_with_its_line(tmp_path: Path, day: str) -> None:
    assert faults_of(tmp_path, f"date,area\n2025-03-01,5\n{day},6\n") == (
        f'3: "{day}" is no date; write dates like 2024-09-01',
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("day,area\n2025-03-01,1\n", '1: there is no column "date"; there are: day, area'),
        ("date,area\n2025-03-01,many\n", "1: there is no column of numbers; add one with areas in km2"),
        ("date,area,area\n2025-03-01,1,2\n", '1: two columns are named "area"; rename one of them'),
        ("", " it is no table; write comma-separated values with a line of names"),
        ('date,area\n2025-03-01,"1\n', "2: it is no table (unexpected end of data); write comma-separated values"),
    ],
)
def test_what_is_no_table_of_areas_is_explained(tmp_path: Path, text: str, told: str) -> None:
    (message,) = faults_of(tmp_path, text)

    assert message.startswith(told)


def test_the_first_fifty_faults_are_told(tmp_path: Path) -> None:
    text = "date,area\n2025-03-01,5\n" + "2025-03-02,?\n" * 60

    messages = faults_of(tmp_path, text)

    assert len(messages) == 51
    assert messages[-1].endswith("more faults follow; mend these first")


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "gone.csv", ".", "/dev/zero"):
        with pytest.raises(BadInput, match=r"regular file|there is no file|is a folder"):
            observed_area(tmp_path / name)
