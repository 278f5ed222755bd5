"""Actors across articles: one page for one name, and what people say a phrase means."""

from collections.abc import Iterable

from explainer.dossier.formats import nearest
from explainer.dossier.model import Named, Place, Speaker
from explainer.dossier.namesakes import Namesakes
from explainer.dossier.notes import Meaning
from explainer.dossier.sources import Source
from explainer.problems import Problems
from explainer.reading.model import Attribution
from explainer.text.spans import Span


class People:
    """All actors of the site, and who the words of each article mean."""

    def __init__(self, sources: Iterable[Source], problems: Problems) -> None:
        self._sources = list(sources)
        namesakes = Namesakes(self._sources)
        self.all = namesakes.people
        self.named: dict[str, list[Named]] = {}
        self._locals = namesakes.ids
        self._meanings = {
            source.article.slug: self._checked(source, problems) for source in self._sources
        }
        for source in self._sources:
            self._gather(source)
        # What a person says a name means takes its mentions away, and with them the doubt.
        problems.extend(d.problem for d in namesakes.doubts() if self.all[d.actor].mentions)

    def _checked(self, source: Source, problems: Problems) -> list[tuple[Span, Meaning]]:
        """Where the phrases of an article's notes stand in it, for those that are right."""
        found = []
        for number, meaning in enumerate(source.notes.mentions):
            spans = _occurrences(source.article.text, meaning.text)
            if not spans:
                message = f"“{meaning.text}” does not stand in {source.article.path}"
                loc = ("mentions", number, "text")
                problems.add(source.places.problem(loc, message, "no-such-words"))
            if self._known(source, number, meaning, problems):
                found += [(span, meaning) for span in spans]
        return found

    def _known(self, source: Source, number: int, meaning: Meaning, problems: Problems) -> bool:
        right = True
        for key in ("is", "are", "one_of"):
            listed = getattr(meaning, "is_" if key == "is" else key) or ()
            for at, actor in enumerate([listed] if isinstance(listed, str) else listed):
                if actor not in self.all:
                    message = f"there is no actor {actor!r}{nearest(actor, self.all)}"
                    loc = ("mentions", number, key, at)
                    problems.add(source.places.problem(loc, message, "no-such-actor"))
                    right = False
        return right

    def _gather(self, source: Source) -> None:
        slug = source.article.slug
        ids = self._locals[slug]
        named: list[Named] = []
        for mention in source.reading.mentions:
            place = source.place(mention.span)
            meaning = self._meaning(slug, mention.span)
            if meaning is not None:
                actors: tuple[str, ...] = (meaning.is_,) if meaning.is_ else meaning.are
            else:
                actors = () if mention.actor is None else (ids[mention.actor],)
            for actor in actors:
                named.append(Named(actor, place))
                person = self.all[actor]
                person.mentions.append(place)
                person.names[mention.span.of(source.article.text)] += 1
                worth = _introduces(source, place, mention.introduces)
                if worth > person.intro_worth:
                    person.intro, person.intro_worth = place, worth
        self.named[slug] = named

    def _meaning(self, slug: str, span: Span) -> Meaning | None:
        """What a person says about the words at a place, or about a part of them."""
        return next((m for at, m in self._meanings[slug] if span.overlaps(at)), None)

    def speaker(self, source: Source, found: Attribution) -> Speaker:
        """Who an attribution's source means; what a person says about it wins."""
        span = found.source[0] if found.source else None
        meaning = self._meaning(source.article.slug, span) if span else None
        if meaning is not None:
            if meaning.is_:
                return Speaker(span, "is", (meaning.is_,), meaning.why, True)
            if meaning.are:
                return Speaker(span, "are", meaning.are, meaning.why, True)
            return Speaker(span, "one_of", meaning.one_of, meaning.why, True)
        if found.speaker is None or found.relation not in ("is", "for", "are"):
            return Speaker(span, found.relation, (), found.speaker_why)
        numbers = [source.reading.mentions[n].actor for n in (found.speaker, *found.others)]
        ids = self._locals[source.article.slug]
        actors = tuple(dict.fromkeys(ids[number] for number in numbers if number is not None))
        if not actors:
            return Speaker(span, "unnamed", (), found.speaker_why)
        return Speaker(span, found.relation, actors, found.speaker_why)


def _occurrences(text: str, words: str) -> list[Span]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def _introduces(source: Source, place: Place, said: bool) -> int:
    """How well a sentence says who somebody is: best by a title, worst in words that take a side."""
    sentence = source.document.sentences[source.sentence_number(place.span.start)]
    words = sentence.span.of(source.article.text)
    loaded = source.lexicon is not None and source.lexicon.names.takes_side(words)
    running = source.document.blocks[sentence.block].kind == "paragraph"
    return 4 * (not loaded) + 2 * running + said
