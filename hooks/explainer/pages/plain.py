"""What pages say in small words, as text: for templates, and for files that are no pages."""

from collections.abc import Iterable

from explainer.dossier.model import Claim, Dossier, Event, Evidence, Sheet, When
from explainer.pages.times import in_words

_KNOWN = {"stated": "stated in the article", "inferred": "inferred", "given": "given by a person"}
_STATUS = {"happened": "", "said": "said then", "claimed": "somebody’s word"}
_MARKS = frozenset('“”„‟«»"')
_AGREEING = frozenset({"asserts", "claims", "confirms", "concedes", "believes"})


def has_marks(words: str) -> bool:
    """True if words have double quotation marks of their own."""
    return not _MARKS.isdisjoint(words)


def known(when: When) -> str:
    """How a time is known, in a word."""
    return _KNOWN.get(when.basis, "open")


def how_known(when: When) -> str:
    """How a time is known, and from what."""
    why = f": {when.why}" if when.why else ""
    given = when.uses_publication and when.publication_given
    return known(when) + why + (" (the article’s date was given by a person)" if given else "")


def status(told: Event | Evidence) -> str:
    """What an event or its evidence is, where the article does not tell it as a fact; else "".

    What a person heads as a saying needs no word for it.
    """
    if isinstance(told, Event) and told.told_as:
        return told.told_as
    if told.status == "said" and isinstance(told, Event) and told.by_hand:
        return ""
    if told.status == "denied" and not told.claims:
        return "does not happen"
    return _STATUS.get(told.status, told.status)


def published(sheet: Sheet) -> str:
    """An article's date, and whether a person gave it."""
    if not sheet.published:
        return "date not known"
    given = " (date given by a person)" if sheet.published_given else ""
    return in_words(sheet.published.isoformat()) + given


class Plain:
    """The same of what only makes sense beside the rest of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def name(self, actor: str) -> str:
        """An actor's name; who is meant may be someone that no article names."""
        found = self._dossier.actors.get(actor)
        return found.name if found else actor

    def names(self, actors: Iterable[str]) -> str:
        """Several of them."""
        return ", ".join(map(self.name, actors))

    def who(self, claim: Claim) -> str:
        """Who says it, and nothing that the article does not tell."""
        speaker = claim.speaker
        names = self.names(speaker.actors)
        known = {
            "is": names,
            "for": f"someone who speaks for {names}",
            "are": f"together: {names}",
            "one_of": f"one of: {names}" if names else self._worded(claim, "one of several"),
            "unnamed": self._worded(claim, "without a name"),
            "unresolved": self._worded(claim, "not clear who"),
        }
        return known.get(speaker.relation, "nobody is named")

    def _worded(self, claim: Claim, words: str) -> str:
        span = claim.speaker.span
        return (
            f"{words}: “{self._dossier.sheets[claim.place.article].words(span)}”" if span else words
        )

    def stance(self, claim: Claim) -> str:
        """The word for how a claim stands to its content, or that a person added it."""
        stance = self._dossier.stances[claim.stance].word if claim.has_stance else ""
        return ", ".join(filter(None, [stance, "added by hand" if claim.by_hand else ""]))

    def whose(self, ids: Iterable[str]) -> str:
        """Whose word some words are: of those who say so (ids of claims), or of the article itself."""
        told = [self._according(self._dossier.claims[name]) for name in ids]
        if not told:
            return "In the article’s own voice."
        text = "; ".join(told)
        return f"{text[:1].upper()}{text[1:]}."

    def _according(self, claim: Claim) -> str:
        agrees = claim.speaker.actors and claim.stance in _AGREEING
        according = agrees and claim.speaker.relation in ("is", "for", "one_of")
        return f"{'according to ' if according else ''}{self.who(claim)} ({self.stance(claim)})"

    def title(self, event: Event) -> str:
        """What an event is called: a person's words, or its own between quotation marks."""
        words = f"“{self._dossier.words(event.place)}”"
        return event.heading or (
            f"In the article’s own wording: {words}" if event.loaded else words
        )

    def summary(self, event: Event) -> str:
        """Its title, with a word before it where it is not told as a fact."""
        word = status(event)
        return f"[{word}] {self.title(event)}" if word else self.title(event)

    def source(self, article: str) -> str:
        """An article's title and date."""
        sheet = self._dossier.sheets[article]
        return f"{sheet.title}, {published(sheet)}"
