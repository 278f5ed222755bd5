"""The tables of words of time: complete as delivered, and with a problem for each odd line."""

import shutil
from pathlib import Path

import pytest

from explainer.lexicons.times import Scale, load_times
from explainer.problems import Problems

WORDS = Path(__file__).parents[2] / "hooks" / "explainer" / "lexicons" / "en" / "times"


def test_delivered_tables_are_clean() -> None:
    """The delivered tables load without a problem, and hold every month, weekday and unit."""
    problems = Problems()
    times = load_times(WORDS, problems)
    assert not list(problems)
    assert {month.number for month in times.months.values()} == set(range(1, 13))
    assert {weekday.number for weekday in times.weekdays.values()} == set(range(1, 8))
    assert times.units["years"].scale is Scale.YEAR
    assert times.units["years"].many


def test_every_table_says_what_belongs() -> None:
    """Each table opens with a comment that tells a linguist what belongs in it."""
    for table in sorted(WORDS.glob("*.txt")):
        assert table.read_text(encoding="utf-8").startswith("# "), table.name


@pytest.mark.parametrize(
    ("table", "line", "said"),
    [
        ("months", "Smarch | 13", "13 is not between 1 and 12"),
        ("weekdays", "Someday | eight", "invalid literal"),
        ("units", "moment | moment | one", "“moment” is no unit of time"),
        ("vague", "once | ONCE_REF", "“ONCE_REF” is none of"),
        ("steps", "last", "1 fields between bars"),
    ],
)
def test_odd_line(tmp_path: Path, table: str, line: str, said: str) -> None:
    """A line that does not fit is a problem that names the file and the line, and costs no other."""
    folder = tmp_path / "times"
    shutil.copytree(WORDS, folder)
    path = folder / f"{table}.txt"
    number = len(path.read_text(encoding="utf-8").splitlines()) + 1
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    problems = Problems()
    times = load_times(folder, problems)
    (problem,) = problems
    assert (problem.path, problem.line) == (str(path), number)
    assert said in problem.message
    assert "monday" in times.weekdays
