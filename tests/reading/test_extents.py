"""How long what a clause dates goes on, by cases in plain data: tests/cases/extents/."""

import pytest

from reading.findings import reading_of
from text.cases import Case, cases


@pytest.mark.parametrize("case", list(cases("extents")))
def test_case(case: Case) -> None:
    """A stretch has the ends that the words tell; a single time, or a part of a day, has none."""
    reading = reading_of(case.text, "2023-05-24")
    text = reading.document.article.text
    extents = [clause.extent for clause in reading.clauses if clause.extent]
    assert [f"{extent.span.of(text)} | {extent.edtf}" for extent in extents] == case.expected
