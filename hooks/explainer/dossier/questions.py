"""Disputed questions: ``docs/questions/<question>.md``, whose answers are quotations with their claims.

Each quotation is found in an article (:mod:`~explainer.dossier.anchors`) and tied to the claim that it
is a part of. Where no claim was read there, the file names who says it, and a claim by hand is made.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from explainer.dossier.anchors import nearest_passage, overlapping, plain_text
from explainer.dossier.formats import Places, nearest, validated
from explainer.dossier.front import Loc, Written, read_yaml, split_front
from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Answer, Cited, Claim, Place, Question
from explainer.dossier.people import People
from explainer.dossier.sources import Source
from explainer.dossier.statements import claim_by_hand
from explainer.problems import Problem, Problems
from explainer.text.article import slugify


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


Words = Annotated[str, BeforeValidator(_stripped), Field(min_length=1)]


class GivenClaim(BaseModel):
    """A quotation that gives an answer, or denies it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quote: Words = Field(description="The words, verbatim.")
    article: str = Field("", description="The article that they stand in, where several have them.")
    sentence: str = Field("", description="The sentence, where they stand in several.")
    who: str = Field(
        "", description="Who says them (an actor's id), where the program did not see."
    )


class GivenAnswer(BaseModel):
    """One answer, and the quotations it rests on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: Words = Field(description="The answer in a few neutral words.")
    claims: tuple[GivenClaim, ...] = Field(min_length=1, description="What it rests on.")


class GivenQuestion(BaseModel):
    """The front matter of ``docs/questions/<question>.md``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Words = Field(description="The question, in neutral words.")
    answers: tuple[GivenAnswer, ...] = Field(min_length=1, description="The answers to it.")


@dataclass(frozen=True)
class _File:
    id: str
    given: GivenQuestion
    places: Places


def read_questions(
    docs: Path,
    sources: Iterable[Source],
    claims: Mapping[str, list[Claim]],
    people: People,
    ids: Identifiers,
    problems: Problems,
) -> dict[str, Question]:
    """All questions; those that most actors answer come first.

    Args:
        docs: the folder that has ``questions/``.
        sources: the articles.
        claims: those read from each article, by its slug; claims by hand are added to them.
        people: the actors.
        ids: gives claims their ids.
        problems: takes what is wrong.
    """
    anchors = _Anchors(sources, claims, people, ids, problems)
    found = []
    for file in _files(docs, problems):
        answers = tuple(_answers(file, anchors))
        if answers:
            found.append(Question(file.id, file.given.question, answers))
    by_id = {claim.id: claim for some in claims.values() for claim in some}

    def answering(question: Question) -> int:
        speakers = [by_id[cited.claim].speaker for cited in question.cited]
        return len({actor for speaker in speakers for actor in speaker.actors})

    return {q.id: q for q in sorted(found, key=lambda q: (-answering(q), q.id))}


def _files(docs: Path, problems: Problems) -> Iterator[_File]:
    for path in sorted((docs / "questions").glob("*.md")):
        # A file name need not be UTF-8, a message must be.
        stem = path.stem.encode("utf-8", "replace").decode()
        shown = f"{docs.name}/questions/{stem}.md"
        if stem in ("index", "README"):
            continue
        if stem != slugify(stem):
            message = f"the file's name is the page's address; call it {slugify(stem)}.md"
            problems.add(Problem(shown, 0, 0, message, "question"))
            continue
        given, places = _given(path, shown, problems)
        if given is not None:
            yield _File(stem, given, places)


def _given(path: Path, shown: str, problems: Problems) -> tuple[GivenQuestion | None, Places]:
    nothing = None, Places(shown, Written())
    try:
        front = split_front(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        problems.add(Problem(shown, 0, 0, f"cannot be read as UTF-8 text: {error}", "unreadable"))
        return nothing
    if front.yaml is None:
        message = (
            "a question begins with a line `---`, then `question:` and `answers:`,"
            " then a line `---` again"
        )
        problems.add(Problem(shown, 1, 1, message, "front-matter"))
        return nothing
    if not front.closed:
        message = "the end is missing: put a line `---` below `question:` and `answers:`"
        problems.add(Problem(shown, 1, 1, message, "front-matter"))
    written = read_yaml(front.yaml, shown, problems, first_line=2)
    if written is None:
        return nothing
    return validated(GivenQuestion, written, shown, "question", problems)


def _answers(file: _File, anchors: "_Anchors") -> Iterator[Answer]:
    """The answers with those of their quotations that are right."""
    for number, answer in enumerate(file.given.answers):
        cited = []
        for at, claim in enumerate(answer.claims):
            loc = ("answers", number, "claims", at)
            if found := anchors.cited(claim, loc, file.places):
                cited.append(found)
        if cited:
            yield Answer(answer.says, tuple(cited))


class _Anchors:
    """Finds the place and the claim of a quotation; what cannot be found becomes a problem."""

    def __init__(
        self,
        sources: Iterable[Source],
        claims: Mapping[str, list[Claim]],
        people: People,
        ids: Identifiers,
        problems: Problems,
    ) -> None:
        self._sources = {source.article.slug: source for source in sources}
        self._sentences = {id_ for source in self._sources.values() for id_ in source.sentences}
        self._claims, self._people, self._ids, self._problems = claims, people, ids, problems
        self._actors = {person.id for person in people.all.values() if person.mentions}
        self._by_hand: dict[tuple[Place, str], Claim] = {}

    def cited(self, given: GivenClaim, loc: Loc, places: Places) -> Cited | None:
        """The claim that a quotation belongs to, and the quotation's place."""
        wrong = list(self._unknown(given))
        place = None if wrong else self._place(given, wrong)
        claim = self._claim(given, place, wrong) if place else None
        for key, message, rule in wrong:
            self._problems.add(places.problem((*loc, key), message, rule))
        return Cited(claim.id, place) if claim and place else None

    def _unknown(self, given: GivenClaim) -> Iterator[tuple[str, str, str]]:
        for key, what, known in (
            ("article", "article", self._sources.keys()),
            ("sentence", "sentence", self._sentences),
            ("who", "actor", self._actors),
        ):
            name = getattr(given, key)
            if name and name not in known:
                message = f"there is no {what} {name!r}{nearest(name, known)}"
                yield key, message, f"no-such-{what}"

    def _place(self, given: GivenClaim, wrong: list[tuple[str, str, str]]) -> Place | None:
        """The one place where the words stand."""
        everywhere = self._places(given)
        found = [p for p in everywhere if given.sentence in ("", p.sentence)]
        if len(found) == 1:
            return found[0]
        if found:
            wrong.append(("quote", _which(found), "quote-ambiguous"))
        elif everywhere:
            there = _ids(place.sentence for place in everywhere)
            message = f"these words are not in this sentence; they stand in {there}"
            wrong.append(("sentence", message, "quote-not-found"))
        else:
            wrong.append(("quote", self._not_found(given), "quote-not-found"))
        return None

    def _places(self, given: GivenClaim) -> list[Place]:
        return [
            source.place(span)
            for slug, source in self._sources.items()
            if given.article in ("", slug)
            for span in plain_text(source.article.text).find(given.quote)
        ]

    def _not_found(self, given: GivenClaim) -> str:
        texts = {slug: source.article.text for slug, source in self._sources.items()}
        wrong = "these words stand in no article"
        if given.article:
            texts = {given.article: texts[given.article]}
            wrong = f"these words do not stand in {given.article}"
        words = nearest_passage(given.quote, texts)
        if not words:
            return f"{wrong}, nor does anything like them; a quotation is verbatim"
        ready = json.dumps(words, ensure_ascii=False)
        return f"{wrong}; did you mean `quote: {ready}`?"

    def _claim(
        self, given: GivenClaim, place: Place, wrong: list[tuple[str, str, str]]
    ) -> Claim | None:
        """The claim that the words are a part of, or one made by hand."""
        read = (claim for claim in self._claims[place.article] if not claim.by_hand)
        found = overlapping(read, place.span)
        if given.who:
            found = [claim for claim in found if given.who in claim.speaker.actors]
            if not found:
                return self._made(given.who, place)
        if len(found) == 1:
            return found[0]
        if found:
            message = (
                f"these words belong to {len(found)} claims alike: {_ids(c.id for c in found)};"
                " quote more or less of them, or say `who:`"
            )
            wrong.append(("quote", message, "claim-ambiguous"))
        else:
            message = (
                "nobody was read as saying these words; say `who:` does (an actor's id),"
                " and the claim is shown as added by hand"
            )
            wrong.append(("quote", message, "no-claim"))
        return None

    def _made(self, who: str, place: Place) -> Claim:
        key = (place, who)
        if key not in self._by_hand:
            source = self._sources[place.article]
            made = claim_by_hand(source, self._people, place, who, self._ids)
            self._by_hand[key] = made
            claims = self._claims[place.article]
            claims.append(made)
            claims.sort(key=lambda claim: claim.cue.start)
        return self._by_hand[key]


def _which(found: list[Place]) -> str:
    """What to add to a quotation that stands in several places."""
    start = f"these words stand in {len(found)} places; "
    articles = {place.article for place in found}
    if len(articles) > 1:
        return f"{start}say which with `article:` {_ids(place.article for place in found)}"
    sentences = {place.sentence for place in found}
    if len(sentences) > 1:
        return f"{start}say which with `sentence:` {_ids(place.sentence for place in found)}"
    return f"{start}all of them in {found[0].sentence}: quote more of it"


def _ids(ids: Iterable[str]) -> str:
    """Ids in their order, each once; the first ones tell, where there are many."""
    known = list(dict.fromkeys(ids))
    return " or ".join(known[:5]) + (" …" if len(known) > 5 else "")
