"""What the timeline has of the clauses that were read."""

from pathlib import Path

from explainer.dossier import build


def test_status_and_stretch_reach_the_timeline(tmp_path: Path) -> None:
    """Each entry says whether it happened, whose word it is, and how long it goes on."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "talks.txt").write_text(
        "The dam broke on Monday.\n\n"
        "Anna Berg said that the road had been shut since Tuesday.\n\n"
        "The fair will run from June 3 to June 9.\n\n"
        "Carl Dahl denied that the talks began in 2021.\n",
        encoding="utf-8",
    )
    (seeds / "talks.yml").write_text("published: 2023-05-24\n", encoding="utf-8")
    events = build(seeds).events.values()
    assert {(event.status, event.when.edtf, bool(event.claims)) for event in events} == {
        ("happened", "2023-05-22", False),
        ("claimed", "2023-05-23/..", True),
        ("planned", "2023-06-03/2023-06-09", False),
        ("denied", "2021", True),
    }
