"""Disputed questions: ``docs/questions/<question>.md``, whose answers are quotations with their claims.

Each quotation is found in an article (:mod:`~explainer.dossier.quotations`) and tied to the claim that
it is a part of. Where no claim was read there, the file names who says it, and a claim by hand is made.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from explainer.dossier.anchors import GOES_ON, goes_on, overlapping, shared
from explainer.dossier.contradictions import AGAINST
from explainer.dossier.curated import Curated, Page, Words, read_curated
from explainer.dossier.formats import Places
from explainer.dossier.former import former_ids
from explainer.dossier.front import Loc
from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Answer, Cited, Claim, HiddenClaim, Place, Question
from explainer.dossier.people import People
from explainer.dossier.quotations import Quotations, Quote, listed
from explainer.dossier.sources import Source
from explainer.dossier.statements import claim_by_hand
from explainer.dossier.strangers import RULE as STRANGER
from explainer.problems import Level, Problem, Problems

_WORD = re.compile(r"\w+")


class GivenClaim(Quote):
    """A quotation that gives an answer, or denies it."""

    who: Words = Field(
        "", description="Who says them (an actor's id), where the program did not see."
    )


class GivenAnswer(BaseModel):
    """One answer, and the quotations it rests on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: Words = Field(description="The answer in a few neutral words.")
    claims: tuple[GivenClaim, ...] = Field(min_length=1, description="What it rests on.")


class GivenQuestion(Page):
    """Something on which claims answer differently; prose stands below the front matter."""

    question: Words = Field(description="The question, in neutral words.")
    answers: tuple[GivenAnswer, ...] = Field(min_length=1, description="The answers to it.")


def read_questions(
    docs: Path,
    sources: Iterable[Source],
    claims: Mapping[str, list[Claim]],
    hidden: Iterable[HiddenClaim],
    people: People,
    ids: Identifiers,
    problems: Problems,
    lost: Collection[str] = (),
) -> dict[str, Question]:
    """All questions: first those with an answer that somebody denies, then those that most answer.

    Args:
        docs: the folder that has ``questions/``.
        sources: the articles.
        claims: those read from each article, by its slug; claims by hand are added to them.
        hidden: those that people have taken away.
        people: the actors.
        ids: gives claims their ids.
        problems: takes what is wrong.
        lost: the slugs of articles that cannot be read.
    """
    anchors = _Anchors(sources, claims, hidden, people, ids, problems, lost)
    found = []
    files = list(read_curated(docs, "questions", GivenQuestion, problems))
    problems.extend(_asked_twice(files))
    problems.extend(_answered_twice(files))
    former = former_ids(files, {file.id for file in files}, problems)
    for file in files:
        answers = tuple(_answers(file, anchors))
        if answers:
            found.append(Question(file.id, file.given.question, answers, former[file.id]))
    by_id = {claim.id: claim for some in claims.values() for claim in some}

    def dispute(question: Question) -> tuple[bool, int]:
        cited = [by_id[cited.claim] for cited in question.cited]
        answering = {actor for claim in cited for actor in claim.speaker.actors}
        return any(claim.stance in AGAINST for claim in cited), len(answering)

    return {q.id: q for q in sorted(sorted(found, key=lambda q: q.id), key=dispute, reverse=True)}


def _asked_twice(files: Iterable[Curated[GivenQuestion]]) -> Iterator[Problem]:
    """Questions that another file asks already."""
    asked: dict[str, Curated[GivenQuestion]] = {}
    for file in files:
        first = asked.setdefault(" ".join(_WORD.findall(file.given.question.casefold())), file)
        if first is not file:
            message = (
                f"{first.places.path} asks this already; bring the answers together in one file"
            )
            yield file.places.problem(("question",), message, "asked-twice")


def _answered_twice(files: Iterable[Curated[GivenQuestion]]) -> Iterator[Problem]:
    """Answers that the same question has already."""
    for file in files:
        given: dict[str, int] = {}
        for number, answer in enumerate(file.given.answers):
            first = given.setdefault(answer.says.casefold(), number)
            if first != number:
                line = file.places.problem(("answers", first, "says"), "", "").line
                message = f"line {line} gives this answer already; bring the two together"
                yield file.places.problem(("answers", number, "says"), message, "answer-twice")


def _answers(file: Curated[GivenQuestion], anchors: "_Anchors") -> Iterator[Answer]:
    """The answers with those of their quotations that are right."""
    seen: dict[Cited, Loc] = {}
    for number, answer in enumerate(file.given.answers):
        cited = []
        for at, claim in enumerate(answer.claims):
            loc = ("answers", number, "claims", at)
            found = anchors.cited(claim, loc, file.places)
            if found and seen.setdefault(found, loc) == loc:
                cited.append(found)
            elif found:
                anchors.tell_twice(loc, seen[found], file)
        if cited:
            yield Answer(answer.says, tuple(cited))


class _Anchors:
    """Finds the place and the claim of a quotation; what cannot be found becomes a problem."""

    def __init__(
        self,
        sources: Iterable[Source],
        claims: Mapping[str, list[Claim]],
        hidden: Iterable[HiddenClaim],
        people: People,
        ids: Identifiers,
        problems: Problems,
        lost: Collection[str],
    ) -> None:
        self._sources = {source.article.slug: source for source in sources}
        self._quotations = Quotations(self._sources.values(), problems, lost)
        self._claims, self._people, self._ids, self._problems = claims, people, ids, problems
        self._hidden = list(hidden)
        self._by_hand: dict[tuple[Place, str], Claim] = {}

    def cited(self, given: GivenClaim, loc: Loc, places: Places) -> Cited | None:
        """The claim that a quotation belongs to, and the quotation's place."""
        wrong = []
        if given.who and given.who not in self._people.all:
            wrong.append(("who", self._people.stranger(given.who), STRANGER))
        place = self._quotations.place(given, loc, places)
        claim = self._claim(given, place, wrong) if place and not wrong else None
        for key, message, rule in wrong:
            if message:
                self._problems.add(places.problem((*loc, key), message, rule))
        if not claim or not place or wrong:
            return None
        source = self._sources[place.article]
        if not claim.by_hand and (message := self._people.beyond(source, claim, place.span)):
            problem = places.problem((*loc, "quote"), message, "quote-of-more", Level.NOTICE)
            self._problems.add(problem)
        return Cited(claim.id, place)

    def tell_twice(self, loc: Loc, before: Loc, file: Curated[GivenQuestion]) -> None:
        """Tells of a quotation that stands in the question already."""
        line = file.places.problem(before, "", "").line
        message = f"these words stand on line {line} already; take one of the two away"
        if loc[:2] != before[:2]:
            message = (
                f"these words give another answer on line {line}; quote those that give this one, or"
                " take one of the two away"
            )
        self._problems.add(file.places.problem((*loc, "quote"), message, "quote-twice"))

    def _claim(
        self, given: GivenClaim, place: Place, wrong: list[tuple[str, str, str]]
    ) -> Claim | None:
        """The claim that the words are a part of, or one made by hand."""
        # What one question adds by hand is no claim that another must choose between.
        read = (c for c in self._claims[place.article] if not c.by_hand or c.corrections)
        found = overlapping(read, place.span)
        if given.who:
            theirs = [claim for claim in found if given.who in claim.speaker.actors]
            if not theirs:
                return self._unread(given.who, place, found, wrong)
            found = theirs
        if len(found) == 1:
            source = self._sources[place.article]
            if message := self._people.only_theirs(source, found[0], place.span):
                wrong.append(("quote", message, "quote-of-more"))
            return found[0]
        if found:
            message = (
                f"these words belong to {len(found)} claims alike: {listed(c.id for c in found)};"
                " quote more or less of them, or say `who:`"
            )
            wrong.append(("quote", message, "claim-ambiguous"))
        else:
            message = self._nobody_says(place)
            wrong.append(("quote", message, "no-claim"))
        return None

    def _nobody_says(self, place: Place) -> str:
        hidden = [h for h in self._hidden if h.claim.place.article == place.article]
        at = next((h.at for h in hidden if overlapping([h.claim], place.span)), "")
        wrong = f"{at} hides what was read here" if at else "nobody was read as saying these words"
        return f"{wrong}; say `who:` does (an actor's id), and the claim is shown as added by hand"

    def _unread(
        self, who: str, place: Place, found: list[Claim], wrong: list[tuple[str, str, str]]
    ) -> Claim | None:
        """A claim made by hand, unless the words were read as what somebody else says."""
        length = place.span.end - place.span.start
        others = [claim for claim in found if shared(claim, place.span) == length]
        source = self._sources[place.article]
        if not others and goes_on(place.span, source.document):
            wrong.append(("quote", *GOES_ON))
            return None
        if not others:
            return self._made(who, place)
        whose = " or ".join(f"{c.id} of {self._people.called(source, c.speaker)}" for c in others)
        message = (
            f"these words belong to the claim {whose}; leave `who:` out, or correct the claim in"
            f" {source.places.path} (`corrections:`)"
        )
        wrong.append(("who", message, "claim-of-another"))
        return None

    def _made(self, who: str, place: Place) -> Claim:
        key = (place, who)
        if key not in self._by_hand:
            source = self._sources[place.article]
            made = claim_by_hand(source, self._people, place, (who,), self._ids)
            self._by_hand[key] = made
            claims = self._claims[place.article]
            claims.append(made)
            claims.sort(key=lambda claim: claim.cue.start)
        return self._by_hand[key]
