"""Ways into a dossier that pages ask for again and again, each made once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from explainer.dossier.identifiers import normalised
from explainer.dossier.model import (
    Claim,
    Difference,
    Dossier,
    Event,
    Line,
    Place,
    Question,
    Sheet,
)
from explainer.dossier.quotations import Passages
from explainer.pages.names import Names
from explainer.text.spans import Span


class Index:
    """What stands where in a dossier, and what of it may be published.

    Args:
        dossier: what the site knows.
        quoted: the places that pages by people quote, by the page's path in docs/.
    """

    def __init__(
        self, dossier: Dossier, quoted: Mapping[str, Sequence[Place]] | None = None
    ) -> None:
        self.dossier = dossier
        self._pages = quoted or {}

    @cached_property
    def passages(self) -> Passages:
        """Where words stand."""
        return Passages(self.dossier.sheets.values(), self.dossier.lost)

    @cached_property
    def names(self) -> Names:
        """Which names mean which actors."""
        return Names(self.dossier.actors.values())

    @cached_property
    def lines(self) -> dict[tuple[str, str], Line]:
        """Sentences by article and id."""
        return {
            (slug, line.id): line
            for slug, sheet in self.dossier.sheets.items()
            for line in sheet.lines
        }

    @cached_property
    def claims_by_article(self) -> dict[str, list[Claim]]:
        """Claims of each article, in order."""
        found: dict[str, list[Claim]] = {slug: [] for slug in self.dossier.sheets}
        for claim in self.dossier.claims.values():
            for version in claim.versions:
                found[version.place.article].append(version)
        return found

    @cached_property
    def otherwise(self) -> dict[str, list[tuple[Claim | Event, Difference]]]:
        """For a claim or an event, what other articles tell differently, and in what it differs."""
        known: dict[str, Claim | Event] = {**self.dossier.claims, **self.dossier.events}
        found: dict[str, list[tuple[Claim | Event, Difference]]] = {}
        for pair in self.dossier.disagreements:
            found.setdefault(pair.one, []).append((known[pair.other], pair.what))
            found.setdefault(pair.other, []).append((known[pair.one], pair.what))
        return found

    @cached_property
    def questions_of(self) -> dict[str, list[Question]]:
        """The questions that each claim answers; a claim that answers none is not here."""
        found: dict[str, list[Question]] = {}
        for question in self.dossier.questions.values():
            for claim in dict.fromkeys(cited.claim for cited in question.cited):
                found.setdefault(claim, []).append(question)
        return found

    @cached_property
    def taken_out(self) -> dict[tuple[str, str], list[str]]:
        """Why people took out what was read in a sentence."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for hidden in self.dossier.hidden_claims:
            claim = hidden.claim
            for span in (claim.cue, *claim.content):
                for key in self._touched(replace(claim.place, span=span)):
                    found.setdefault(key, {})[hidden.why] = None
        return {key: list(reasons) for key, reasons in found.items()}

    def is_own(self, article: str, line: Line) -> bool:
        """True if a sentence is the article's own voice, as far as the rules and people can tell."""
        return line.own_voice and (article, line.id) not in self.taken_out

    def resting_on(self, claims: Iterable[str]) -> list[str]:
        """The ids of the events that rest on any of some claims, in the order of the timeline."""
        found = {event for claim in claims for event in self._events_of.get(claim, ())}
        return [event for event in self.dossier.events if event in found]

    @cached_property
    def _events_of(self) -> dict[str, list[str]]:
        """The ids of the events that rest on each claim."""
        found: dict[str, list[str]] = {}
        for event in self.dossier.events.values():
            for claim in event.claims:
                found.setdefault(claim, []).append(event.id)
        return found

    @cached_property
    def _quoted(self) -> set[tuple[str, str]]:
        """The sentences that answers to questions quote."""
        places = [c.place for q in self.dossier.questions.values() for c in q.cited]
        return {key for place in places for key in self._touched(place)}

    @cached_property
    def quoted_on(self) -> dict[tuple[str, str], list[str]]:
        """The pages by people that quote a sentence, by their paths in docs/."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for page, places in self._pages.items():
            for place in places:
                for key in self._touched(place):
                    found.setdefault(key, {})[page] = None
        return {key: list(pages) for key, pages in found.items()}

    def _touched(self, place: Place) -> Iterator[tuple[str, str]]:
        """The sentences of which a place has words."""
        starts, ids = self._starts[place.article]
        first = max(0, bisect_right(starts, place.span.start) - 1)
        for number in range(first, bisect_left(starts, place.span.end)):
            yield place.article, ids[number]

    @cached_property
    def _starts(self) -> dict[str, tuple[list[int], tuple[str, ...]]]:
        """Where the sentences of each article begin, and their ids."""
        sheets = self.dossier.sheets.items()
        return {slug: ([ln.span.start for ln in s.lines], s.sentences) for slug, s in sheets}

    def saying(self, place: Place) -> list[Claim]:
        """The claims whose content a place is a part of: its words are somebody's, not the article's."""
        ids = self.line(place).claims
        claims = [self.dossier.claims[name].seen_from(place.article) for name in ids]
        return [c for c in claims if any(span.contains(place.span) for span in c.content)]

    def is_all(self, claim: Claim, line: Line) -> bool:
        """True if a sentence has only what a claim says, and who says so with which cue."""
        sheet = self.dossier.sheets[claim.place.article]
        pieces = [*claim.content, claim.cue, *filter(None, [claim.speaker.span])]
        at, rest = line.span.start, ""
        for piece in sorted(piece for piece in pieces if piece.overlaps(line.span)):
            rest += sheet.words(Span(at, max(at, piece.start)))
            at = max(at, piece.end)
        rest += sheet.words(Span(at, max(at, line.span.end)))
        return not any(map(str.isalnum, rest))

    def sheet(self, place: Place) -> Sheet:
        """The article that a place is in."""
        return self.dossier.sheets[place.article]

    def line(self, place: Place) -> Line:
        """The sentence that a place begins in."""
        return self.lines[place.article, place.sentence]

    def text(self, article: str, span: Span) -> str:
        """An article's words."""
        return self.dossier.sheets[article].words(span)

    def is_used(self, article: str, line: Line) -> bool:
        """True if a claim, an event, an answer or a page quotes the sentence."""
        if line.claims or line.events:
            return True
        return (article, line.id) in self._quoted or (article, line.id) in self.quoted_on

    def published(self, article: str, line: Line) -> bool:
        """True if readers may see the sentence: in excerpts, only where something rests on it, and the
        title, which every page of the article has above.
        """
        everything = self.dossier.sheets[article].show == "full"
        return everything or (article, line.id) in self._titles or self.is_used(article, line)

    @cached_property
    def _titles(self) -> set[tuple[str, str]]:
        """The sentences of the headings that are their articles' titles."""
        first = (
            (slug, sheet, next(iter(sheet.passages), None))
            for slug, sheet in self.dossier.sheets.items()
        )
        return {
            (slug, line.id)
            for slug, sheet, passage in first
            if passage and normalised(sheet.words(passage.span)) == normalised(sheet.title)
            for line in passage.lines
        }

    def public(self, place: Place) -> bool:
        """True if readers may see the sentence of a place."""
        return self.published(place.article, self.line(place))

    def is_shown(self, words: str) -> bool:
        """True if words of an article, such as a name that it uses, stand where readers may see them."""
        return self._all_shown or _compared(words) in self._shown

    @cached_property
    def _all_shown(self) -> bool:
        return all(sheet.show == "full" for sheet in self.dossier.sheets.values())

    @cached_property
    def _shown(self) -> str:
        """All sentences that readers may see, as words are compared."""
        sheets = self.dossier.sheets.items()
        public = (s.words(ln.span) for g, s in sheets for ln in s.lines if self.published(g, ln))
        return "\n".join(map(_compared, public))

    def all_public(self, article: str, spans: Sequence[Span]) -> bool:
        """True if readers may see every sentence that any of the spans is in."""
        lines = self.dossier.sheets[article].lines
        near = (line for line in lines if any(map(line.span.overlaps, spans)))
        return all(self.published(article, line) for line in near)


def _compared(words: str) -> str:
    return normalised(words).casefold()
