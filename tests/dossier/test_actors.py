"""Files about actors, and what notes say of phrases: who is who, and what people are told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.dossier import Dossier, build
from explainer.dossier.model import Actor, Role
from text.cases import CASES

TEXTS = {
    "talks": (
        "Anna Berg met the Northern Militia in Oslo. Both sides said that the talks were over.\n\n"
        "Two armed groups denied that they had won. Russia said that it was over, and the treaty’s"
        " “Oslo” text held.\n"
    ),
    "flood": "John Smith said that the dam fell. Smith denied that it was old.\n",
    "art": "John Smith said that art is long. Smith denied that life is short.\n",
}


def site(root: Path, files: dict[str, str], texts: dict[str, str] = TEXTS) -> Dossier:
    """The dossier of some articles and of files by their paths."""
    files = files | {f"seeds/{name}.txt": text for name, text in texts.items()}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build(root / "seeds", docs=root / "docs")


def shown(actor: Actor) -> str:
    """An actor on one line."""
    part_of = f", part of {actor.part_of}" if actor.part_of else ""
    names = ", ".join(sorted(name for name, _ in actor.names))
    counts = "+".join(str(len(ids)) for ids in (actor.claims, actor.shared, actor.possible))
    given = ", ".join(sorted(actor.given))
    line = f"{actor.id}: {actor.name} ({actor.kind}{part_of}) {names}; {counts}; {given}"
    return line.rstrip()


def read_cases(path: str) -> Iterator[object]:
    """Files, what is told of them, and what is on the site then."""
    text = (CASES / path).read_text(encoding="utf-8")
    for case in text.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        written, *parts = ("\n" + rest).split("\n----")
        files = {
            path: text + "\n"
            for path, _, text in (f.partition("\n") for f in written.split("\n## ")[1:])
        }
        told, there = ([line for line in part.splitlines() if line] for part in parts)
        yield pytest.param(files, told, there, id=name)


@pytest.mark.parametrize(("files", "told", "actors"), list(read_cases("actors/actors.txt")))
def test_case(files: dict[str, str], told: list[str], actors: list[str], tmp_path: Path) -> None:
    """Every mistake is told at once, at its place and with the way out; what is right counts."""
    dossier = site(tmp_path, files)
    assert sorted(map(str, dossier.problems)) == sorted(told)
    about = [Path(name).stem for name in files if name.startswith("docs/")] or dossier.actors
    assert [shown(dossier.actors[id_]) for id_ in about if id_ in dossier.actors] == actors


def test_who_introduces_an_actor(tmp_path: Path) -> None:
    """The article's own voice comes before somebody's words; each article has its own sentence."""
    texts = {
        "one": "Russia said that Anna Berg was gone. Anna Berg met nobody.\n",
        "two": "Anna Berg came back.\n",
    }
    actor = site(tmp_path, {}, texts).actors["anna-berg"]
    assert actor.intro is not None
    assert (actor.intro.article, actor.intro.span.start) == ("one", 37)
    assert [place.article for place in actor.intros] == ["one", "two"]


def test_words_for_several_are_no_name(tmp_path: Path) -> None:
    """A sentence with an actor's own name says better who it is than "both sides" does."""
    texts = {"one": "Both sides met.\n\nOlaf Dahl said that Anna Berg and Eva Lund lost.\n"}
    mentions = "mentions: [{text: Both sides, are: [anna-berg, eva-lund], why: No others.}]\n"
    dossier = site(tmp_path, {"seeds/one.yml": mentions}, texts)
    actor = dossier.actors["anna-berg"]
    assert actor.names == (("Anna Berg", 1),)
    assert [place.span.start for place in actor.mentions] == [0, 37]
    assert actor.intro is not None
    assert actor.intro.span.start == 37


def test_what_an_actor_is_given(tmp_path: Path) -> None:
    """Roles, references, the chosen sentence and earlier addresses reach the site as written."""
    file = """---
roles: [{role: Negotiator, from: 2020-11, why: She said so.}]
sentence: {quote: Both sides said, article: talks}
references: {wikidata: Q42, homepage: 'https://example.org/'}
formerly: [a-berg]
---
"""
    actor = site(tmp_path, {"docs/actors/anna-berg.md": file}).actors["anna-berg"]
    assert actor.held == (Role("Negotiator", "2020-11", "", "She said so."),)
    assert (actor.wikidata, actor.homepage) == ("Q42", "https://example.org/")
    assert actor.formerly == ("a-berg",)
    assert actor.intro is not None
    assert actor.intro.sentence == "s-05dc91a9"


TITLES = {
    "one": "Governor John Smith said that art is long.",
    "two": "John Smith said that the dam fell.",
}


def test_titles_go_with_the_name(tmp_path: Path) -> None:
    """When a person says that a name is another's here, its title in this article is theirs too."""
    notes = "mentions: [{text: John Smith, is: painter, why: He paints.}]\n"
    dossier = site(tmp_path, {"seeds/one.yml": notes, "docs/actors/painter.md": ""}, TITLES)
    assert dossier.actors["painter"].roles == ("Governor",)
    assert dossier.actors["john-smith"].roles == ()


SPEAKERS = {
    "a part of the name": (
        "Governor Anna Berg said that it fell.",
        "Governor",
        [],
        "is: anna-berg",
    ),
    "another's name": ("Putin's spokesman said that it fell.", "Putin", ["putin"], "unnamed"),
    "whoever speaks for": (
        "A spokesman for the Northern Militia said that it fell.",
        "Northern Militia",
        ["anna"],
        "for: anna",
    ),
    "one of several": (
        "Anna Berg and Carl Dahl said that it fell.",
        "Anna Berg",
        ["ann"],
        "are: ann, carl-dahl",
    ),
    "most of the words": (
        "The old leader said that it fell.",
        "old leader",
        ["leader"],
        "is: leader",
    ),
}


@pytest.mark.parametrize(("text", "phrase", "files", "speaker"), SPEAKERS.values(), ids=SPEAKERS)
def test_speakers(text: str, phrase: str, files: list[str], speaker: str, tmp_path: Path) -> None:
    """A phrase says who speaks where it is the name of the one who does, and nowhere else."""
    written = {f"docs/actors/{name}.md": "" for name in files}
    notes = f"mentions: [{{text: {phrase}, is: {(files or ['anna-berg'])[0]}, why: So.}}]\n"
    (claim,) = site(tmp_path, {"seeds/a.yml": notes, **written}, {"a": text}).claims.values()
    found = claim.speaker
    shown = f"{found.relation}: {', '.join(found.actors)}" if found.actors else found.relation
    assert shown == speaker


SHORT = {"one": "John Smith said that art is long.", "two": "In Oslo Mr. Smith said that it fell."}


def test_a_short_form_in_another_article(tmp_path: Path) -> None:
    """Whom a name means that alone tells too little, a file says; then nobody is asked any more."""
    asked = site(tmp_path / "asked", {}, SHORT)
    assert [problem.rule for problem in asked.problems] == ["short-name"]
    assert list(asked.actors) == ["john-smith", "smith"]
    told = site(
        tmp_path / "told", {"docs/actors/john-smith.md": "---\nnames: [Smith]\n---\n"}, SHORT
    )
    assert told.problems == ()
    assert [(actor.id, len(actor.claims)) for actor in told.actors.values()] == [("john-smith", 2)]


def test_a_name_that_was_shown_with_its_article(tmp_path: Path) -> None:
    """A heading that a person gives is the heading, also where others have the name."""
    files = {"docs/actors/john-smith.md": "---\nname: John Smith\n---\n"}
    dossier = site(tmp_path, files, SHORT)
    assert [actor.name for actor in dossier.actors.values()] == ["John Smith", "Smith"]


NAMESAKES = {
    "farm": "John Smith, a farmer, said that it rained. Smith left.",
    "tax": "The finance minister, John Smith, said that it was paid. Smith left.",
}


def test_a_person_says_that_one_is_two(tmp_path: Path) -> None:
    """Two of one name that the articles describe differently are one until a person parts them."""
    asked = site(tmp_path / "asked", {}, NAMESAKES)
    assert [problem.rule for problem in asked.problems] == ["may-be-two"]
    (both,) = asked.actors.values()
    assert [asked.words(place) for place in both.described] == [
        "a farmer",
        "The finance minister",
    ]
    files = {
        "docs/actors/john-smith-minister.md": "---\nname: John Smith, minister\n---\n",
        "seeds/tax.yml": "mentions:\n"
        "  - {text: John Smith, is: john-smith-minister, why: Another one.}\n",
    }
    told = site(tmp_path / "told", files, NAMESAKES)
    assert told.problems == ()
    assert [
        (actor.id, len(actor.claims), [told.words(place) for place in actor.described])
        for actor in told.actors.values()
    ] == [
        ("john-smith", 1, ["a farmer"]),
        ("john-smith-minister", 1, ["The finance minister"]),
    ]


def test_a_person_says_that_they_are_one(tmp_path: Path) -> None:
    """Whoever says what an actor is has seen what the articles say of it: nobody asks any more."""
    files = {"docs/actors/john-smith.md": "---\nkind: person\n---\n"}
    told = site(tmp_path, files, NAMESAKES)
    assert told.problems == ()
    assert [(actor.id, len(actor.claims)) for actor in told.actors.values()] == [("john-smith", 2)]
