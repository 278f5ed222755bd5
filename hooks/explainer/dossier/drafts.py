"""What a person may want to write about an article, begun from what was read.

A draft publishes nothing: notes stand in comments, and a page says ``draft: true``. Whoever finishes it
takes that line away. What only a person can say (a question, an answer in neutral words) is left open.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import get_args

from explainer.dossier.actors import Kind
from explainer.dossier.anchors import overlapping, plain_text
from explainer.dossier.contradictions import Hint, contradictions
from explainer.dossier.edtf import bound
from explainer.dossier.model import Actor, Claim, Dossier, Event, Place
from explainer.dossier.scalars import as_yaml
from explainer.text.article import slugify
from explainer.text.spans import Span

#: So many of a kind are begun, the weightiest first: more would be in the way.
_MOST = 12
_KINDS: tuple[str, ...] = get_args(Kind)
#: The words in a file's name.
_NAME_WORDS = 6

_DRAFT = """\
draft: true   # nothing of this file is published while this line stands: finish it, take this away
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that could be written: its path from the project's root, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What a saved web page says of its article; "" for what it does not."""

    title: str = ""
    published: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""


def notes_head(sha256: str, stated: Stated | None = None) -> str:
    """The beginning of an article's notes, which can be written before it is read."""
    stated = stated or Stated()
    basis = "stated in the page's metadata" if stated.published else ""
    lines = [
        "# yaml-language-server: $schema=../docs/schemas/article.json",
        "# What people know about this article besides its text. A line that begins with # says",
        "# nothing: take the # away where you want it to, and put right what stands there.",
        _line("title", stated.title, "if the text begins without one"),
        _line("published", stated.published, "as 2023-05-24, if the text does not bear its day"),
        _line("published_basis", basis, "how you know the day, in your words"),
        *([f"# By {stated.author}."] if stated.author else []),
        _line("publisher", stated.publisher, "who published it"),
        _line("url", stated.url, "https://…"),
        _line("language", stated.language, "en"),
        _line("rights", "", "whose the text is, and by what right it is shown"),
        "show: excerpts   # the quoted sentences only; `full` publishes the whole text",
        f"sha256: {sha256}   # if the text changes, scripts/reanchor helps",
    ]
    return "".join(map(_safe, lines))


def _line(key: str, value: str, hint: str) -> str:
    return f"{key}: {as_yaml(value)}" if value else f"# {key}:   # {hint}"


@dataclass(frozen=True, slots=True)
class _Quote:
    """Words of an article, the sentence where they stand in several."""

    words: str
    article: str
    sentence: str

    def lines(self, indent: str, *, own: bool = False) -> list[str]:
        """An entry of a list; ``own`` where the file is the article's and need not name it.

        Else the article is named although it may be the only one: the next one may have these words too.
        """
        beside = {} if own else {"article": self.article}
        if self.sentence:
            beside["sentence"] = self.sentence
        first = f"{indent}- quote: {as_yaml(self.words)}"
        return [first, *(f"{indent}  {key}: {value}" for key, value in beside.items())]


class Drafts:
    """What can be begun for one article of a dossier.

    Args:
        dossier: everything that was read, and what people wrote already.
        article: the article.
        written: the text of all questions and events that people wrote or began.
    """

    def __init__(self, dossier: Dossier, article: str, written: str = "") -> None:
        self._dossier = dossier
        self._sheet = dossier.sheets[article]
        self._written = written
        here = (claim.seen_from(article) for claim in dossier.claims.values())
        self._claims = [claim for claim in here if claim.place.article == article]

    def suggestions(self) -> str:
        """What to look at in the article's notes, all of it in comments."""
        groups = [list(self._title()), list(self._mentions()), list(self._corrections())]
        lines = [line for group in groups if group for line in ("", *group)]
        return "".join(_safe(f"# {line}".rstrip() if line else "") for line in lines)

    def actors(self) -> Iterator[Draft]:
        """Those that speak, or are named again and again."""
        article = self._sheet.article.slug
        weight: dict[str, int] = defaultdict(int)
        for claim in self._claims:
            for name in claim.speaker.actors:
                weight[name] += 3
        for line in self._sheet.lines:
            for named in line.mentions:
                weight[named.actor] += 1
        known = [self._dossier.actors[name] for name in weight if name in self._dossier.actors]
        main = [a for a in known if a.kind != "group" and weight[a.id] >= 3 and not a.given]
        main.sort(key=lambda actor: (-weight[actor.id], actor.id))
        for actor in main[:_MOST]:
            yield Draft(f"docs/actors/{actor.id}.md", self._actor(actor, article))

    def questions(self) -> Iterator[Draft]:
        """One for each group of claims that may contradict each other, unless a question has them."""
        asked = {c.claim for q in self._dossier.questions.values() for c in q.cited}
        ids = {claim.id for claim in self._claims}
        hints = [h for h in contradictions(self._dossier) if h.against.id in ids]
        for group in list(_together(hints))[:_MOST]:
            claims = [claim for claim in self._claims if claim.id in group]
            quoted = [(claim, quote) for claim in claims if (quote := self._quoted(claim))]
            begun = all(self._is_begun(quote) for _, quote in quoted)
            if len(quoted) > 1 and not begun and not group <= asked:
                yield Draft(f"docs/questions/{self._name(quoted[0][0])}.md", self._question(quoted))

    def events(self) -> Iterator[Draft]:
        """Those that have a day, and no page yet."""
        article = self._sheet.article.slug
        events = (event.seen_from(article) for event in self._dossier.events.values())
        dated = [e for e in events if e.place.article == article and e.when.edtf and not e.by_hand]
        for event in dated[:_MOST]:
            quote = self._quote(event.place)
            if quote and not self._is_begun(quote):
                name = slugify(f"{event.when.edtf} {_first_words(self._words(event.place.span))}")
                yield Draft(f"docs/events/{name}.md", self._event(event, quote))

    # ------------------------------------------------------------------------ an article's notes

    def _title(self) -> Iterator[str]:
        if self._sheet.title_basis == "first line":
            yield f"The title is the text's first line: {self._sheet.title}"
        published = self._sheet.published
        if published and not self._sheet.published_given:
            yield f"The day is {published}: it {self._sheet.published_basis}"

    def _mentions(self) -> Iterator[str]:
        """Sources whose words fit two or more, and then those that name nobody."""
        vague = [
            (claim, span)
            for relation in ("unresolved", "one_of", "unnamed")
            for claim in self._claims
            if claim.speaker.relation == relation and not claim.speaker.given
            if (span := claim.speaker.span)
        ]
        if not vague:
            return
        yield "Who is meant? Say it with an id: `is:` one actor, `are:` several together,"
        yield "`one_of:` one of several, or `none: true`. The ids of this article:"
        for line in wrap(", ".join(sorted(self._named())), 96):
            yield f"  {line}"
        yield "mentions:"
        seen: set[str] = set()
        for claim, span in vague:
            words = self._words(span)
            if words in seen or len(seen) == _MOST:
                continue
            seen.add(words)
            why = f": {claim.speaker.why}" if claim.speaker.why else ""
            yield f"  # line {self._line(span)}{why}"
            yield f"  - text: {as_yaml(words)}"
            yield "    is:"
            yield "    why:"

    def _corrections(self) -> Iterator[str]:
        """Claims whose rule errs more often than others, the least sure first."""
        unsure = [c for c in self._claims if not c.is_sure and not c.by_hand]
        unsure.sort(key=lambda claim: claim.confidence)
        quoted = [(claim, quote) for claim in unsure if (quote := self._quoted(claim))]
        if not quoted:
            return
        yield "Is this right? Then take the # away. If not, say `who:` (an id), `content:` (verbatim),"
        yield "`stance:` or `hide: true` in the place of `checked:`, and `why:`."
        yield "corrections:"
        for claim, quote in quoted[:_MOST]:
            right = f"such a reading is right in {claim.confidence:.0%}"
            yield f"  # line {self._line(claim.cue)}: {self._read(claim)} ({right})"
            yield from quote.lines("  ", own=True)
            yield "    checked: true"

    def _named(self) -> set[str]:
        return {named.actor for line in self._sheet.lines for named in line.mentions}

    # ---------------------------------------------------------------------------------- pages

    def _actor(self, actor: Actor, article: str) -> str:
        called = ", ".join(f"{words} ({times})" for words, times in actor.names)
        lines = [
            "# What was read; put it right, or delete what the program may go on deciding.",
            f"name: {as_yaml(actor.name)}",
            f"kind: {actor.kind}" if actor.kind in _KINDS else f"# kind: {' or '.join(_KINDS)}",
            *([f"part_of: {actor.part_of}"] if actor.part_of else []),
            f"# The articles call it: {called}",
            "# names: []   # other names: whoever the articles call so is this actor",
        ]
        if actor.roles:
            lines.append(f"# In the articles: {'; '.join(actor.roles)}")
        lines += ["# roles:", "#   - role: …", "#     from: 2020-11", "#     why: …"]
        if actor.intro and actor.intro.article == article:
            lines.append(f"# Who this is, says line {self._line(actor.intro.span)}.")
        lines.append("# Below the next line: who this is, in your words.")
        return _page(lines)

    def _question(self, quoted: list[tuple[Claim, _Quote]]) -> str:
        lines = [
            "# These statements may contradict each other. Whether they do, you say: with a question",
            "# and answers in neutral words. A denial stands under the answer that it denies; several",
            "# quotations may stand under one answer. The file's name is the page's address: choose",
            "# it.",
            "question:",
            "answers:",
        ]
        for claim, quote in quoted:
            lines += [
                "  - says:",
                "    claims:",
                f"      # line {self._line(claim.cue)}: {self._read(claim)}",
                *quote.lines("      "),
            ]
        return _page(lines)

    def _event(self, event: Event, quote: _Quote) -> str:
        when = event.when
        lines = [
            "# What happened, in a few neutral words. The file's name is the page's address: choose",
            "# it.",
            "event:",
            "# The time is what the evidence says; write another only with `basis:`, how it is known.",
            *([f"# when: {when.edtf}"] if not any(bound(str(when.edtf))) else []),
            *([f"# part: {when.part}"] if when.part else []),
            "evidence:",
            *quote.lines("  "),
        ]
        if event.actors:
            lines += [
                "# If these are not all who take part, or too many:",
                f"# actors: [{', '.join(event.actors)}]",
            ]
        return _page(lines)

    # --------------------------------------------------------------------------- words and places

    def _words(self, span: Span) -> str:
        return _one_line(self._sheet.words(span))

    def _line(self, span: Span) -> int:
        return self._sheet.article.lines.place(span.start)[0]

    def _read(self, claim: Claim) -> str:
        """Who says it, and how, as it was read."""
        actors = self._dossier.actors
        names = [actors[name].name for name in claim.speaker.actors if name in actors]
        source = claim.speaker.span
        who = " and ".join(names) or (f"“{self._words(source)}”" if source else "somebody")
        return f"{who}: {claim.stance}"

    def _name(self, claim: Claim) -> str:
        span = claim.content[0] if claim.content else claim.place.span
        return slugify(_first_words(self._words(span)))

    def _quoted(self, claim: Claim) -> _Quote | None:
        """A quotation that belongs to this claim and to no other, if there is one."""
        for span in (*sorted(claim.content, key=_length, reverse=True), claim.place.span):
            if [found.id for found in overlapping(self._claims, span)] == [claim.id]:
                quote = self._quote(Place(claim.place.article, self._sentence(span), span))
                if quote:
                    return quote
        return None

    def _is_begun(self, quote: _Quote) -> bool:
        """True if somebody has quoted these words already, under whatever name of a file."""
        return quote.lines("")[0] in self._written

    def _sentence(self, span: Span) -> str:
        return next(
            line.id for line in reversed(list(self._sheet.lines)) if line.span.start <= span.start
        )

    def _quote(self, place: Place) -> _Quote | None:
        """The words of a place, if front matter can say which ones are meant."""
        words = self._words(place.span)
        here = plain_text(self._sheet.article.text).find(words)
        there = [self._sentence(span) for span in here]
        if there.count(place.sentence) != 1:
            return None
        return _Quote(words, place.article, place.sentence if len(here) > 1 else "")


def _page(lines: Iterable[str]) -> str:
    return "---\n" + _DRAFT + "".join(map(_safe, lines)) + "---\n"


def _together(hints: Iterable[Hint]) -> Iterator[set[str]]:
    """The ids of claims in groups: those that hints put together, one after the other."""
    groups: list[set[str]] = []
    for hint in hints:
        pair = {hint.against.id, hint.other.id}
        touched = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair]
        groups.append(pair.union(*touched))
    yield from groups


def _first_words(words: str) -> str:
    return " ".join(words.split()[:_NAME_WORDS])


def _length(span: Span) -> int:
    return span.end - span.start


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _safe(line: str) -> str:
    """A line of YAML; in comments, too, there may be no control characters."""
    return "".join(c for c in line if c.isprintable() or c == "\n") + "\n"
