"""The timeline as a picture: no entry looks more exact than its words."""

from dataclasses import replace

import pytest

from explainer.dossier.model import Event
from explainer.pages.overview import Overview, overview, precision
from pages.dossiers import Draft


def event(edtf: str | None, value: str = "") -> Event:
    """An entry at a time."""
    draft = Draft("He came on Monday.")
    draft.event("He came on Monday", "Monday")
    (made,) = draft.done().events.values()
    return replace(made, when=replace(made.when, edtf=edtf, value=value))


def drawn(*events: Event) -> Overview:
    """The picture of entries, of which there is one."""
    picture = overview(events)
    assert picture is not None
    return picture


@pytest.mark.parametrize(
    ("edtf", "value", "expected"),
    [
        (None, "", "none"),
        ("2023", "2023", "long"),
        ("2023-05-22/2023-05-24", "", "long"),
        ("2023-05", "2023-05", "month"),
        ("2023-05-22", "2023-05-22", "day"),
        ("2023-05-22", "2023-05-22TAF", "part"),
        ("2023-05-22", "2023-05-22T14:30", "hour"),
    ],
)
def test_how_exact_a_time_is(edtf: str | None, value: str, expected: str) -> None:
    """A year, a month, a day, a part of it and an hour are told apart."""
    assert precision(event(edtf, value).when) == expected


def test_an_afternoon_is_a_stretch_of_its_day() -> None:
    """It is as broad as its hours, within the column of its day."""
    picture = drawn(event("2023-05-22"), event("2023-05-23", "2023-05-23TAF"))
    assert [(bar.x, bar.width) for bar in picture.bars] == [(0, 49.6), (75, 12.1)]


def test_a_month_lies_over_its_days() -> None:
    """What is less exact than a day spans the columns that it may mean, in a row of its own."""
    picture = drawn(event("2023-05"), event("2023-05-22"), event("2023-05-23"), event("2024"))
    assert [slot.edtf for slot in picture.slots] == ["2023-05-22", "2023-05-23", "2024"]
    assert [(bar.row, round(bar.width)) for bar in picture.bars] == [
        (0, 66),
        (1, 33),
        (1, 33),
        (0, 33),
    ]


def test_an_open_end_reaches_to_the_edge() -> None:
    """Since a day: all columns from that day on."""
    picture = drawn(event("2023-05-22"), event("2023-05-23/.."), event("2023-05-24"))
    assert round(picture.bars[1].x + picture.bars[1].width) == 100


def test_one_column_is_no_picture() -> None:
    """Nothing would be seen in it."""
    assert overview([event("2023-05-22"), event("2023-05-22")]) is None
    assert overview([]) is None
