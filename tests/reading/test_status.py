"""Whether what a clause dates happened, by cases in plain data: tests/cases/statuses/."""

from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from explainer.lexicons.statuses import Status, load_statuses
from explainer.lexicons.tables import Row, read_table
from explainer.problems import Problems
from explainer.reading.model import Clause, Reading, Timex
from reading.findings import reading_of
from text.cases import CASES, Case, cases, read_cases

#: All cases are read as published on this day.
PUBLISHED = "2023-05-24"


def written(reading: Reading, timex: Timex, clause: Clause) -> str:
    """Words | status | clause | whose word: the cue of the claim, or the article."""
    text = reading.document.article.text
    whose = "the article"
    if clause.attribution is not None:
        whose = reading.attributions[clause.attribution].cue[0].of(text)
    return " | ".join((timex.span.of(text), clause.status, clause.span.of(text), whose))


@pytest.mark.parametrize("case", list(cases("statuses")))
def test_case(case: Case) -> None:
    """A clause with a time is a fact only in the article's own voice, and only if told as one."""
    reading = reading_of(case.text, PUBLISHED)
    pairs = zip(reading.timexes, reading.clauses, strict=True)
    assert [written(reading, timex, clause) for timex, clause in pairs] == case.expected


def test_every_status_has_cases() -> None:
    """Each status of the closed list has a sentence that shows it."""
    lines = [
        line
        for path in (CASES / "statuses").glob("*.txt")
        for case in read_cases(path)
        for line in case.expected
    ]
    assert {line.split(" | ")[1] for line in lines} == set(get_args(Status))


HEDGES = Path(str(files("explainer"))) / "lexicons" / "en" / "statuses" / "hedges.txt"


@pytest.mark.parametrize("row", list(read_table(HEDGES, Problems(), range(4, 5))), ids=str)
def test_hedges_do_what_their_examples_say(row: Row) -> None:
    """Each line of hedges.txt has a sentence that is told as the line says, and has one of its words."""
    _, phrases, status, example = row.fields
    (clause, *_) = reading_of(example, PUBLISHED).clauses
    assert clause.status == status
    words = (phrase.split("...") for phrase in phrases.split(","))
    assert any(all(part.strip() in example.lower() for part in parts) for parts in words)


def test_what_lies_ahead_needs_a_date() -> None:
    """Without a date of publication nothing is planned only because of its own date."""
    (dated,) = reading_of("The tunnel opens on 1 June 2031.", PUBLISHED).clauses
    (undated,) = reading_of("The tunnel opens on 1 June 2031.").clauses
    assert (dated.status, undated.status) == ("planned", "happened")


def test_odd_lines_are_told(tmp_path: Path) -> None:
    """A status that there is not is a problem at its line."""
    (tmp_path / "moods.txt").write_text("will | planed | planned\n", encoding="utf-8")
    (tmp_path / "contents.txt").write_text("hopes | wished\n", encoding="utf-8")
    (tmp_path / "past.txt").write_text("was\n", encoding="utf-8")
    (tmp_path / "hedges.txt").write_text(
        "adverbs | maybe | claimed | It\nverb | seems to | maybe | It\n", encoding="utf-8"
    )
    problems = Problems()
    words = load_statuses(tmp_path, problems)
    assert not words.moods
    assert not words.contents
    assert [(problem.path.split("/")[-1], problem.line) for problem in problems] == [
        ("contents.txt", 1),
        ("hedges.txt", 1),
        ("hedges.txt", 2),
        ("moods.txt", 1),
    ]
