"""What makes a reading doubtful, by cases in plain data: tests/cases/doubts/."""

import pytest

from explainer.reading.attributions import find
from explainer.reading.attributions.doubts import DOUBTS, doubts
from explainer.reading.tagged import tag
from text.cases import CASES, Case, cases, document, english, read_cases


@pytest.mark.parametrize("case", list(cases("doubts")))
def test_case(case: Case) -> None:
    """The first finding of a sentence has the doubts that the case tells, and no other."""
    tagged = tag(document(case.text), english())
    assert [doubt.told for doubt in doubts(tagged, find(tagged)[0])] == case.expected


def test_every_doubt_has_cases() -> None:
    """Every doubt is met by a sentence."""
    seen = {line for c in read_cases(CASES / "doubts" / "doubts.txt") for line in c.expected}
    assert seen == {doubt.told for doubt in DOUBTS}
