"""Type and stance against labels of our own: tests/cases/stances/labels.txt says how they were made."""

from typing import NamedTuple

import pytest

from explainer.lexicons.cues import TYPES
from explainer.reading.model import Attribution
from reading.findings import reading_of
from text.cases import CASES, english


class Label(NamedTuple):
    """One sentence, its cue, and what both passes say of it."""

    text: str
    cue: str
    type: str
    stance: str
    type_again: str
    stance_again: str


def read_labels() -> list[Label]:
    lines = (CASES / "stances" / "labels.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(" | ") for line in lines if not line.startswith("#"))
    return [Label(*row) for row in rows]


LABELS = read_labels()


@pytest.fixture(scope="module")
def found() -> list[tuple[Label, Attribution | None]]:
    """Each label with the attribution that is read at its cue, if one is."""
    return [(label, _at_cue(label)) for label in LABELS]


def _at_cue(label: Label) -> Attribution | None:
    start = label.text.index(label.cue)
    stop = start + len(label.cue)
    for one in reading_of(label.text).attributions:
        if one.cue[0].start < stop and one.cue[0].end > start:
            return one
    return None


def test_labels() -> None:
    """Every sentence stands once, with a cue in it and labels from the closed lists."""
    assert len(LABELS) >= 300
    assert len({label.text for label in LABELS}) == len(LABELS)
    for label in LABELS:
        assert label.text.count(label.cue) == 1, label
        assert {label.type, label.type_again} <= set(TYPES), label
        assert {label.stance, label.stance_again} <= set(english().cues.stances), label


def test_agreement() -> None:
    """The share on which both passes agree is the one that the file tells."""
    types = sum(label.type == label.type_again for label in LABELS)
    stances = sum(label.stance == label.stance_again for label in LABELS)
    shares = [f"{100 * same / len(LABELS):.1f}" for same in (types, stances)]
    assert shares == ["99.7", "98.1"]


def test_cues_are_found(found: list[tuple[Label, Attribution | None]]) -> None:
    """Of the labelled cues, 94 of 100 and more are read as attributions."""
    assert sum(one is not None for _, one in found) >= 0.94 * len(found)


def test_types(found: list[tuple[Label, Attribution | None]]) -> None:
    """Of those found whose type is settled, 97 of 100 and more have it."""
    settled = [(a, b) for a, b in found if b and a.type == a.type_again]
    assert sum(a.type == b.type for a, b in settled) >= 0.97 * len(settled)


def test_stances(found: list[tuple[Label, Attribution | None]]) -> None:
    """Of those found whose stance is settled, 96 of 100 and more have it."""
    settled = [(a, b) for a, b in found if b and a.stance == a.stance_again]
    assert sum(a.stance == b.stance for a, b in settled) >= 0.96 * len(settled)
