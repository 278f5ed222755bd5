"""Who phrases mean, as the notes on an article say: where each stands, and what it is said about.

A phrase is about the mention that it covers, else about itself. One that is an actor's whole name is
about every mention of that actor in the article, short forms included.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from explainer.dossier.anchors import plain_text
from explainer.dossier.front import Loc
from explainer.dossier.joins import Bare
from explainer.dossier.notes import Meaning
from explainer.dossier.quotations import keyed, listed, or_nearest
from explainer.dossier.sources import Source
from explainer.dossier.strangers import RULE as STRANGER
from explainer.problems import Level, Problem, Problems
from explainer.reading.model import Mention
from explainer.text.spans import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in one place, what it means, and the number of the note that says so."""

    span: Span
    meaning: Meaning
    number: int


class Phrases:
    """The phrases of one article's notes.

    Args:
        source: the article.
        known: the ids of all actors that a phrase may mean.
        stranger: the message for any other id; "" where nothing can be said of it.
        bare: how names are compared.
        problems: takes what is wrong with the notes.
    """

    def __init__(
        self,
        source: Source,
        known: Collection[str],
        stranger: Callable[[str], str],
        bare: Bare,
        problems: Problems,
    ) -> None:
        self._source, self._stranger = source, stranger
        self._near: dict[int, list[Phrase]] = defaultdict(list)
        self._right: set[int] = set()
        self._used: set[int] = set()
        for phrase in self._found(known, problems):
            self._right.add(phrase.number)
            for number in source.sentence_numbers(phrase.span):
                self._near[number].append(phrase)
        self._mentions: dict[int, list[Span]] = defaultdict(list)
        for mention in source.reading.mentions:
            for number in source.sentence_numbers(mention.span):
                self._mentions[number].append(mention.span)
        self._of: dict[Mention, Phrase] = {}
        self._whole: dict[int, Phrase] = {}
        for mention in source.reading.mentions:
            self._look_at(mention, bare)

    def of(self, mention: Mention) -> Phrase | None:
        """The phrase that says who a mention is."""
        found = self._of.get(mention)
        if found is None and mention.actor is not None:
            return self.whole(mention.actor)
        return found

    def whole(self, actor: int) -> Phrase | None:
        """The phrase that is all of the name of an actor of the reading, by its number."""
        return self._whole.get(actor)

    def of_source(self, span: Span) -> Phrase | None:
        """The phrase that is most of a source's words: "Putin" is not "Putin's spokesman"."""
        most = max(self._around(span), key=lambda p: _shared(p.span, span), default=None)
        return most if most and 2 * _shared(most.span, span) >= span.end - span.start else None

    def apart(self) -> Iterator[Phrase]:
        """The phrases that touch no mention: they name somebody themselves."""
        seen = {phrase for near in self._near.values() for phrase in near}
        yield from sorted((p for p in seen if self._is_apart(p)), key=lambda p: p.span)

    def changes(self, phrase: Phrase) -> None:
        """Remembers that without the phrase the site would be another."""
        self._used.add(phrase.number)

    def needless(self) -> Iterator[Problem]:
        """A notice for each note that changes nothing."""
        for number in sorted(self._right - self._used):
            text = self._source.notes.mentions[number].text
            message = f"what is said here of “{text}” changes nothing; it can go"
            yield self._problem(("mentions", number), message, "needless-note", Level.NOTICE)

    def _found(self, known: Collection[str], problems: Problems) -> Iterator[Phrase]:
        for number, meaning in enumerate(self._source.notes.mentions):
            wrong = list(self._unknown(number, meaning, known))
            spans = plain_text(self._source.article.text).find(meaning.text)
            there = list(dict.fromkeys(self._source.sentence_at(span.start) for span in spans))
            if not spans:
                wrong.append(self._problem(("mentions", number, "text"), *self._missing(meaning)))
            elif meaning.sentence not in ("", *there):
                wrong.append(self._elsewhere(number, meaning, there))
            problems.extend(problem for problem in wrong if problem.message)
            for span in () if wrong else spans:
                if meaning.sentence in ("", self._source.sentence_at(span.start)):
                    yield Phrase(span, meaning, number)

    def _unknown(self, number: int, meaning: Meaning, known: Collection[str]) -> Iterator[Problem]:
        for key, ids in (
            ("is", (meaning.is_,) if meaning.is_ else ()),
            ("are", meaning.are),
            ("one_of", meaning.one_of),
        ):
            for at, actor in enumerate(ids):
                if actor not in known:
                    message = self._stranger(actor)
                    yield self._problem(("mentions", number, key, at), message, STRANGER)

    def _missing(self, meaning: Meaning) -> tuple[str, str]:
        article = self._source.article
        wrong = f"these words do not stand in {article.path}"
        return or_nearest(wrong, meaning.text, {"": article.text}, keyed("text")), "no-such-words"

    def _elsewhere(self, number: int, meaning: Meaning, there: list[str]) -> Problem:
        known = self._source.sentences
        message = f"these words are not in this sentence; they stand in {listed(there)}"
        if meaning.sentence not in known:
            message = (
                f"there is no sentence {meaning.sentence!r}; these words stand in {listed(there)}"
            )
        return self._problem(("mentions", number, "sentence"), message, "no-such-sentence")

    def _problem(self, loc: Loc, message: str, rule: str, level: Level = Level.ERROR) -> Problem:
        return self._source.places.problem(loc, message, rule, level)

    def _around(self, span: Span) -> Iterator[Phrase]:
        seen: set[Phrase] = set()
        for number in self._source.sentence_numbers(span):
            for phrase in self._near.get(number, ()):
                if phrase.span.overlaps(span) and phrase not in seen:
                    seen.add(phrase)
                    yield phrase

    def _look_at(self, mention: Mention, bare: Bare) -> None:
        """Remembers the phrase that covers most of a mention's name, if any covers enough."""
        text = self._source.article.text
        start = text.rfind(mention.name, *mention.span)
        name = Span(start, start + len(mention.name)) if start >= 0 else mention.span
        # "Gladkov" is "Governor Viaceslav Gladkov"; "Russia" is not "the Legion … of Russia".
        enough = 1 if mention.kind == "person" else (name.end - name.start + 1) // 2
        near = [p for p in self._around(mention.span) if _shared(p.span, name) >= enough]
        if not near:
            return
        best = max(near, key=lambda p: (bool(p.meaning.sentence), _shared(p.span, name)))
        self._of[mention] = best
        if mention.actor is not None and not best.meaning.sentence:
            actor = self._source.reading.actors[mention.actor]
            if bare(best.meaning.text) == bare(actor.name):
                self._whole[mention.actor] = best

    def _is_apart(self, phrase: Phrase) -> bool:
        numbers = self._source.sentence_numbers(phrase.span)
        return not any(phrase.span.overlaps(s) for n in numbers for s in self._mentions.get(n, ()))


def _shared(one: Span, other: Span) -> int:
    """How many characters two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
