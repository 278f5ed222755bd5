"""Dossiers: from folders of articles and notes to what the site knows, and to what people are told."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.outline import outline
from explainer.dossier import build
from explainer.dossier.model import Dossier
from explainer.problems import Level
from reading.test_any_text import mixed
from text.cases import CASES, document, read_cases
from text.test_text import HOSTILE, generated, slow_if_long

ROOT = Path(__file__).parents[2]
TALKS = "Anna Berg met the Northern Militia in Oslo. Both sides said that the talks were over.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def built(seeds: Path, **texts: str) -> Dossier:
    """The dossier of some articles; a name that ends in _yml is an article's notes."""
    for name, text in texts.items():
        path = seeds / (f"{name[:-4]}.yml" if name.endswith("_yml") else f"{name}.txt")
        path.write_text(text, encoding="utf-8", newline="")
    return build(seeds)


# Cases


@pytest.mark.parametrize(
    "folder", sorted((CASES / "dossiers").iterdir()), ids=lambda folder: folder.name
)
def test_case(folder: Path, tmp_path: Path) -> None:
    """What the site knows of a folder of articles is as its outline tells."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in folder.iterdir():
        if path.suffix in (".txt", ".yml"):
            (seeds / path.name).write_bytes(path.read_bytes())
    wanted = (folder / "expected.outline").read_text(encoding="utf-8")
    assert outline(build(seeds)).splitlines() == wanted.splitlines()


def mistakes() -> Iterator[object]:
    """The cases of problems: notes, and the lines that are told."""
    text = (CASES / "problems" / "notes.txt").read_text(encoding="utf-8")
    for case in text.split("==== ")[1:]:
        name, _, rest = case.partition("\n")
        notes, _, told = rest.partition("----\n")
        yield pytest.param(notes, told.split("\n"), id=name)


@pytest.mark.parametrize(("notes", "told"), list(mistakes()))
def test_notes(notes: str, told: list[str], seeds: Path) -> None:
    """Every mistake in an article's notes is told at once, with its place and the way out."""
    dossier = built(seeds, talks=TALKS, talks_yml=notes)
    assert [str(problem) for problem in dossier.problems] == [line for line in told if line]
    assert list(dossier.sheets) == ["talks"]
    assert {"anna-berg", "northern-militia"} <= dossier.actors.keys() or "lexicons" in told[0]


def test_notes_without_article(seeds: Path) -> None:
    """Notes beside which no article stands are told, and cost nothing else."""
    dossier = built(seeds, talks=TALKS, tolks_yml="title: The talks\n")
    assert [str(problem) for problem in dossier.problems] == [
        "seeds/tolks.yml: there is no article tolks.txt beside it; rename or delete this file;"
        " what quotes this article is not checked before [no-article]"
    ]
    assert list(dossier.sheets) == ["talks"]


def test_right_notes_count(seeds: Path) -> None:
    """With a mistake in one key the others still count."""
    dossier = built(seeds, talks=TALKS, talks_yml="title: The talks\nshow: some\n")
    assert dossier.sheets["talks"].title == "The talks"
    assert dossier.sheets["talks"].show == "excerpts"


# What is merged, and what is not


def test_one_actor_in_two_articles(seeds: Path) -> None:
    """The same name in two articles is one actor with the mentions and claims of both."""
    dossier = built(
        seeds,
        one="Governor Anna Berg said that the dam would hold.",
        two="Anna Berg said that the bridge would fall.",
    )
    (actor,) = dossier.actors.values()
    assert (actor.id, actor.roles) == ("anna-berg", ("Governor",))
    assert [place.article for place in actor.mentions] == ["one", "two"]
    assert len(actor.claims) == 2


def test_groups_stay_apart(seeds: Path) -> None:
    """“Two groups” of two articles need not be the same two."""
    text = "Two armed groups said that it was over."
    dossier = built(seeds, one=text, two=text + " They left.")
    assert list(dossier.actors) == ["two-armed-groups-in-one", "two-armed-groups-in-two"]
    assert [len(actor.claims) for actor in dossier.actors.values()] == [1, 1]


def test_short_form_takes_no_address(seeds: Path) -> None:
    """A surname in an article that comes later never gets the page of another's."""
    one = "Mayor Banks said that the dam would hold."
    assert "banks" in built(seeds, m=one).actors
    dossier = built(seeds, a="Mr. Banks denied it. Mr. Banks left.")
    assert list(dossier.actors) == ["banks-in-a", "banks-in-m"]
    assert [actor.name for actor in dossier.actors.values()] == ["Banks (in “a”)", "Banks (in “m”)"]


def test_vague_kind_joins(seeds: Path) -> None:
    """A name that one article does not explain is the actor that another says more of."""
    dossier = built(
        seeds,
        one="Later Xiu Oslund said that it would hold. Oslund left.",
        two="Governor Xiu Oslund said that it would not.",
    )
    (actor,) = dossier.actors.values()
    assert [place.article for place in actor.mentions] == ["one", "one", "two"]
    assert (actor.kind, dossier.problems) == ("person", ())
    (seeds / "two.txt").unlink()
    assert [actor.kind for actor in build(seeds).actors.values()] == ["name"]


@pytest.mark.parametrize(
    ("here", "told"),
    [
        ("Mrs. Ada Oslund left.", "is called “Mr.” here and “Mrs.” in another article"),
        ("Governor Ada Oslund left.", "is called “Mayor” here and “Governor” in another article"),
        ("Swedish Mayor Ada Oslund left. Mr. Oslund said so.", ""),
    ],
)
def test_what_does_not_fit(here: str, told: str, seeds: Path) -> None:
    """What articles say of one name is told where it cannot be of one person."""
    dossier = built(seeds, one=here, two="The dam broke, Mr. Ada Oslund said. Mayor Oslund agreed.")
    assert list(dossier.actors) == ["ada-oslund"]
    assert [p.level for p in dossier.problems] == [Level.NOTICE] * bool(told)
    assert all(told in p.message for p in dossier.problems)


TOLD = [
    ("John Smith, a farmer from Ohio, left.", "The finance minister, John Smith, said so.", True),
    ("John Smith, a farmer from Ohio, left.", "Finance Minister John Smith said so.", True),
    ("John Smith, a farmer from Ohio, left.", "John Smith, a rancher, said so.", False),
    ("John Smith, a farmer from Ohio, left.", "John Smith, the leader of the party, left.", False),
    ("John Smith, a lawyer, left.", "John Smith, a senator, left.", False),
    ("John Smith, a farmer, left.", "Farming is hard, John Smith, the mayor, said.", True),
    ("John Smith, a baker, left.", "The farmer John Smith, a former baker, left.", False),
    ("John Smith (37) left.", "John Smith, 38, left.", False),
    ("John Smith (37) left.", "John Smith, 62, left.", True),
]


@pytest.mark.parametrize(("there", "here", "told"), TOLD)
def test_what_stands_beside_a_name(there: str, here: str, told: bool, seeds: Path) -> None:
    """Where what two articles put beside one name has nothing in common, a notice asks."""
    notes = {"one_yml": "published: 2023-05-01\n", "two_yml": "published: 2023-11-01\n"}
    dossier = built(seeds, one=there, two=here, **notes)
    assert list(dossier.actors) == ["john-smith"]
    assert [(p.rule, p.level) for p in dossier.problems] == [("may-be-two", Level.NOTICE)] * told
    for problem in dossier.problems:
        place = dossier.actors["john-smith"].described[0]
        assert problem.path == "seeds/two.txt"
        assert f"and “{dossier.words(place)}” in another article" in problem.message


def test_ages_without_dates(seeds: Path) -> None:
    """How old somebody was in two articles tells nothing if nobody knows when they were written."""
    assert built(seeds, one="John Smith (37) left.", two="John Smith (62) left.").problems == ()


def test_one_of_is_nobody_s_claim(seeds: Path) -> None:
    """A claim of one of several is shown as possible with each, and as nobody's own."""
    notes = "mentions:\n- {text: One of the sides, one_of: [anna-berg, northern-militia], why: x}\n"
    text = TALKS + "One of the sides claimed to have won.\n"
    dossier = built(seeds, talks=text, talks_yml=notes)
    (claim,) = [claim for claim in dossier.claims.values() if claim.stance == "claims"]
    assert claim.speaker.relation == "one_of"
    for actor in ("anna-berg", "northern-militia"):
        assert dossier.actors[actor].possible == (claim.id,)
        assert claim.id not in dossier.actors[actor].claims + dossier.actors[actor].shared


def test_together(seeds: Path) -> None:
    """What several say together stands with each of them, as shared."""
    notes = "mentions:\n- {text: Both sides, are: [anna-berg, northern-militia], why: x}\n"
    dossier = built(seeds, talks=TALKS, talks_yml=notes)
    (claim,) = dossier.claims.values()
    assert (claim.speaker.relation, claim.speaker.given) == ("are", True)
    for actor in ("anna-berg", "northern-militia"):
        assert dossier.actors[actor].shared == (claim.id,)
        assert dossier.actors[actor].claims == ()


def test_voices_are_whom_people_name(seeds: Path) -> None:
    """What several say has one voice, whatever an article calls them; one of them is another."""
    notes = (
        "mentions:\n- {text: Both sides, are: [anna-berg, northern-militia], why: x}\n"
        "- {text: The two sides, are: [northern-militia, anna-berg], why: x}\n"
        "- {text: One of the sides, one_of: [anna-berg, northern-militia], why: x}\n"
    )
    text = TALKS + "The two sides said that it rained. One of the sides claimed to have won.\n"
    voices = built(seeds, talks=text, talks_yml=notes).sheets["talks"].voices
    both = ("anna-berg", "northern-militia")
    assert [(v.actor, v.label, v.several, v.one_of) for v in voices] == [
        ("", "", both, False),
        ("", "", both, True),
        ("", "", (), False),
    ]
    assert [v.is_own for v in voices] == [False, False, True]


def test_names_used(seeds: Path) -> None:
    """Neither a capital that begins a sentence nor the article of another noun makes another name."""
    text = "The BBC said that it rained. It thanked the BBC. A BBC reporter left. The Swedes came."
    actors = built(seeds, a=text).actors
    assert actors["bbc"].names == (("the BBC", 2), ("BBC", 1))
    assert actors["sweden"].names == (("The Swedes", 1),)


def test_events_in_order(seeds: Path) -> None:
    """Events are in order of the calendar, those without a day in it last."""
    dossier = built(
        seeds,
        a="It fell on 3 June 2023. It was built in 1901. It was painted on Friday.",
        b="It was sold on 2 May 1950.",
    )
    found = [event.when.edtf for event in dossier.events.values()]
    assert found == ["1901", "1950-05-02", "2023-06-03", None]


def test_loaded_clauses(seeds: Path) -> None:
    """An event whose words take a side is marked, so that it becomes no heading."""
    dossier = built(seeds, a="The murderous regime fell in 1994. The bridge fell in 1995.")
    assert [event.loaded for event in dossier.events.values()] == [True, False]


def test_excerpts(seeds: Path) -> None:
    """Only quoted sentences are published, unless the notes or the site say otherwise."""
    dossier = built(seeds, a=TALKS, b="Oh.", b_yml="show: full\n")
    assert [sheet.show for sheet in dossier.sheets.values()] == ["excerpts", "full"]
    (seeds / "b.yml").write_text("show: excerpts\n", encoding="utf-8")
    shown = [sheet.show for sheet in build(seeds, show="full").sheets.values()]
    assert shown == ["full", "excerpts"]


UNDATED = [
    "The bridge fell on Monday, the mayor said. It will be rebuilt next year.",
    "Last week Anna Berg opened the dam. It had been closed since March. In the evening it rained.",
    "Three years ago the road was closed. Yesterday it was opened; on Tuesday morning it was full.",
    "The war began last spring. By Christmas it was over. The next day, the king came home.",
    "Today is the last day of the month. Two days earlier it snowed. The 1990s were warmer.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_no_invented_year(text: str, seeds: Path) -> None:
    """Without a date of publication no event has a year that does not stand in the text."""
    dossier = built(seeds, a=text)
    assert dossier.sheets["a"].published is None
    times = [event.when for event in dossier.events.values()]
    times += [when for line in dossier.sheets["a"].lines for when in line.times]
    for when in times:
        years = re.findall(r"\b\d{3,4}(?=-|\b)", when.edtf or "")
        assert all(year[:3] in text for year in years), when


def test_ids_stay(seeds: Path) -> None:
    """Another article changes no id of those that were there."""
    first = built(seeds, m=TALKS, n="Anna Berg denied on 3 May 2023 that the dam fell in 1994.")
    again = built(seeds, z="Nobody came. The mayor said that it rained in 1999.")
    assert list(again.sheets) == ["m", "n", "z"]
    for what in ("claims", "events", "actors"):
        assert getattr(first, what).keys() <= getattr(again, what).keys()
    for slug, sheet in first.sheets.items():
        assert [line.id for line in sheet.lines] == [line.id for line in again.sheets[slug].lines]


def test_other_language(seeds: Path) -> None:
    """An article in a language without lexicons is shown and said to be unread."""
    dossier = built(seeds, a="Die Brücke ist eingestürzt. Sie war alt.", a_yml="language: de\n")
    sheet = dossier.sheets["a"]
    assert (sheet.read, len(list(sheet.lines)), dict(dossier.claims)) == (False, 2, {})
    assert [problem.level for problem in dossier.problems] == [Level.NOTICE]


def test_titles(seeds: Path) -> None:
    """A title is given, or the first line, or the file's name, and says which."""
    dossier = built(
        seeds, a="A bridge falls\n\nIt fell.", b="It fell.", c="Oh.", c_yml="title: Ah\n"
    )
    found = {slug: (s.title, s.title_basis) for slug, s in dossier.sheets.items()}
    assert found == {
        "a": ("A bridge falls", "first line"),
        "b": ("b", "file name"),
        "c": ("Ah", "given"),
    }


# What holds for any text


def texts() -> Iterator[object]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield pytest.param(path.read_bytes().decode(), id=path.name)
    for folder in ("attributions", "names"):
        for path in sorted((CASES / folder).glob("*.txt")):
            joined = "\n\n".join(case.text for case in read_cases(path))
            yield pytest.param(joined, id=f"{folder}/{path.stem}")
    for name, text in HOSTILE.items():
        yield pytest.param(text, id=name, marks=slow_if_long(text))
    for seed in range(30):
        yield pytest.param(generated(seed), id=f"generated {seed}")
    for seed in range(100):
        yield pytest.param(mixed(seed), id=f"mixed {seed}")


@pytest.mark.parametrize("text", list(texts()))
def test_any_text(text: str, seeds: Path) -> None:
    """Ids point to what is there, words to where they stand, and voices add up to the article."""
    dossier = built(seeds, a=text)
    sheet = dossier.sheets["a"]
    lines = {line.id: line for line in sheet.lines}
    assert len(lines) == len(list(sheet.lines))
    for id_, claim in dossier.claims.items():
        assert claim.id == id_
        assert claim.place.sentence in lines
        assert set(claim.about) | set(claim.speaker.actors) <= dossier.actors.keys()
        for span in claim.content:
            assert sheet.words(span) == text[span.start : span.end] != ""
            assert claim.place.span.contains(span)
        assert id_ in lines[claim.place.sentence].claims
    for event in dossier.events.values():
        assert set(event.claims) <= dossier.claims.keys()
        assert dossier.words(event.place).strip()
    for actor in dossier.actors.values():
        own = (*actor.claims, *actor.shared, *actor.possible, *actor.about)
        assert set(own) <= dossier.claims.keys()
        assert set(actor.events) <= dossier.events.keys()
        assert sum(count for _, count in actor.names) == len(actor.mentions) > 0
    assert all(line.own_voice == (not line.claims) for line in lines.values())
    assert all(voice.direct >= 0 and voice.indirect >= 0 for voice in sheet.voices)
    words = sum(token[0].isalnum() for token in document(text).tokens.text)
    assert sum(voice.direct + voice.indirect for voice in sheet.voices) == words


def test_voices_add_up(seeds: Path) -> None:
    """The words of all voices are the words of the article, each counted once."""
    text = "Anna Berg said: “It is over, and I am glad.” The dam holds, said the mayor. It rained."
    voices = built(seeds, a=text).sheets["a"].voices
    assert [(v.actor or v.label, v.direct, v.indirect) for v in voices] == [
        ("anna-berg", 7, 0),
        ("the mayor", 0, 3),
        ("", 0, 8),
    ]
    assert sum(v.direct + v.indirect for v in voices) == len(re.findall(r"\w+", text))
