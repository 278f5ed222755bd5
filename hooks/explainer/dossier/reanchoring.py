"""Quotations looked up anew, when the text of an article has changed under them.

Words that still stand are left alone. For others the passage most like them is proposed, in the form in
which the file writes them; what has no such passage is told and stays wrong. Nothing here writes a file:
a person looks at what is proposed, and takes it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from explainer.dossier.anchors import plain, plain_text
from explainer.dossier.identifiers import normalised
from explainer.dossier.scalars import Scalar, rewritten, scalars
from explainer.dossier.sources import Source
from explainer.problems import Problem
from explainer.reading.model import Attribution
from explainer.text.spans import Lines, Span

#: Less alike than this, of 100, a passage is another one.
_ALIKE = 70
#: And it has at least this share of the words, a long one weighing more.
_KEPT = 0.55
_TRIED = 50
#: What the same word at an end, and as many words in all, are each worth beside that.
_SAME_END = 10
_WORD = re.compile(r"\S+")
_SIGNS = re.compile(r"\W+")

#: The keys behind which words of an article stand.
_VERBATIM = frozenset({"quote", "text", "content"})
#: The keys, beside these or around them, behind which stands what a person said of the words.
_RESTING = ("checked", "who", "stance", "hide", "says", "event", "when")


@dataclass(frozen=True, slots=True)
class Written:
    """Something in a file that may be replaced.

    Args:
        start, end: where it stands in the file's text.
        value: what it says.
        write: gives the signs that say something else there.
    """

    start: int
    end: int
    value: str
    write: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of an article as they stand in a file.

    Args:
        path: the file, from the project's root.
        words: the words.
        article: the article that must have them, or "".
        sentence: the sentence that is meant, where the file names it.
        resting: what a person said of these words beside them, by its key: that their reading is right,
            a label, a heading.
    """

    path: str
    words: Written
    article: str = ""
    sentence: Written | None = None
    resting: Mapping[str, Written] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """What is proposed for a place of a file, and the reason in words."""

    path: str
    start: int
    end: int
    new: str
    why: str


@dataclass
class Anchored:
    """What came of it.

    Args:
        edits: the proposals.
        left: what a person has to mend.
        asked: readings that a person checked in another text, to be asked for again: proposed with
            the new sum, when nothing is left to mend.
        compare: what people said of words that are now others, in words.
    """

    edits: list[Edit] = field(default_factory=list)
    left: list[Problem] = field(default_factory=list)
    asked: list[Edit] = field(default_factory=list)
    compare: list[str] = field(default_factory=list)


def changed(sources: Iterable[Source]) -> list[Source]:
    """The articles whose text is no longer the one that was curated."""
    return [s for s in sources if s.notes.sha256 not in (None, s.article.sha256)]


def in_yaml(path: str, text: str, start: int, end: int, article: str = "") -> Iterator[Quoted]:
    """The quotations in the YAML of a file.

    Args:
        path: the file, from the project's root.
        text: the whole file.
        start, end: where its YAML stands.
        article: the article that the file is about, if it is about one.
    """
    yaml = text[start:end]
    found = {scalar.loc: scalar for scalar in scalars(yaml) if scalar.loc}

    def written(scalar: Scalar) -> Written:
        place = start + scalar.start, start + scalar.end
        return Written(*place, scalar.value, lambda new: rewritten(yaml, scalar, new))

    for loc, scalar in found.items():
        # A key may have a list of words.
        at = len(loc) - 1 - isinstance(loc[-1], int)
        if loc[at] not in _VERBATIM:
            continue
        named, sentence = (found.get((*loc[:at], key)) for key in ("article", "sentence"))
        around = ((key, found.get((*loc[:to], key))) for to in range(at + 1) for key in _RESTING)
        yield Quoted(
            path,
            written(scalar),
            article or (named.value if named else ""),
            written(sentence) if sentence else None,
            {key: written(said) for key, said in around if said},
        )


def sums(path: str, text: str, source: Source) -> Iterator[Edit]:
    """The sum of an article's new text, in the place of the old one."""
    for scalar in scalars(text):
        if scalar.loc == ("sha256",):
            new = rewritten(text, scalar, source.article.sha256)
            yield Edit(path, scalar.start, scalar.end, new, f"the sum of {source.article.path}")


def reanchor(
    sources: Iterable[Source],
    quoted: Iterable[Quoted],
    texts: Mapping[str, str],
    before: Mapping[str, Source],
) -> Anchored:
    """Looks up all quotations that changed articles may have had.

    Args:
        sources: all articles.
        quoted: all quotations.
        texts: the files in which they stand.
        before: changed articles as they were curated, by their slugs, as far as that is known.
    """
    quoted = list(quoted)
    lookup = _Lookup(list(sources), quoted, texts, before)
    for one in quoted:
        lookup.look_up(one)
    return lookup.anchored


class _Lookup:
    """One way through all quotations."""

    def __init__(
        self,
        sources: list[Source],
        quoted: list[Quoted],
        texts: Mapping[str, str],
        before: Mapping[str, Source],
    ) -> None:
        self._sources = {source.article.slug: source for source in sources}
        self._changed = {source.article.slug: source for source in changed(sources)}
        self._meant = {(plain(q.words.value), q.sentence.value) for q in quoted if q.sentence}
        self._texts, self._before = texts, before
        self._told: set[tuple[str, int]] = set()
        self.anchored = Anchored()

    def look_up(self, one: Quoted) -> None:
        """Proposes what should stand there now, if that is something else."""
        wanted = {slug: s for slug, s in self._sources.items() if one.article in ("", slug)}
        places = [
            source.place(span)
            for source in wanted.values()
            for span in plain_text(source.article.text).find(one.words.value)
        ]
        texts = {slug: s for slug, s in wanted.items() if slug in self._changed}
        if places:
            self._name_sentence(one, list(dict.fromkeys(place.sentence for place in places)))
            self._compare(one, {place.article for place in places} & texts.keys())
        elif texts:
            self._propose(one, texts.values())
            self._ask(one, "what is quoted has changed")
        # Else no change took these words away: the build tells what is wrong with them.

    def _propose(self, one: Quoted, among: Iterable[Source]) -> None:
        quote = " ".join(one.words.value.split())
        found = [(*near, s) for s in among if (near := nearest(quote, s.article.text))]
        if not found:
            self._leave(one.path, one.words, f"nothing like “{quote}” stands in the changed text")
            return
        alike, span, source = max(found, key=lambda item: item[0])
        words = " ".join(span.of(source.article.text).split())
        how = "the same words" if _bare(words) == _bare(quote) else f"{alike:.0f} % alike"
        self._edit(one.path, one.words, words, f"“{quote}” → “{words}” ({how})")
        everywhere = plain_text(source.article.text).find(words)
        self._name_sentence(one, list(dict.fromkeys(map(source.sentence_at, _starts(everywhere)))))

    def _name_sentence(self, one: Quoted, there: list[str]) -> None:
        """The sentence that is meant, where the one that was meant is no longer there."""
        named = one.sentence
        if named is None or named.value in there:
            return
        # Of one that another quotation of these words means, this one did not mean it.
        words = plain(one.words.value)
        free = [sentence for sentence in there if (words, sentence) not in self._meant]
        if len(free) == 1:
            self._edit(one.path, named, free[0], f"sentence {named.value} → {free[0]}")
        else:
            which = " or ".join(free or there)
            message = f"the words are no longer in {named.value}; they stand in {which}"
            self._leave(one.path, named, message)

    def _compare(self, one: Quoted, articles: Iterable[str]) -> None:
        """Words that still stand may be read otherwise: a “not” has come before them."""
        for slug in articles:
            old = self._before.get(slug)
            if old is None:
                # They may be words that took the place of others a moment ago.
                self._ask(one, "whether its sentence has changed is not known")
            elif readings(old, one) != readings(self._changed[slug], one):
                self._ask(one, "its sentence, or what is read in it, has changed")

    def _ask(self, one: Quoted, why: str) -> None:
        """Asks again for what a person said of words that have changed, each once."""
        for key, said in one.resting.items():
            if (one.path, said.start) in self._told:
                continue
            self._told.add((one.path, said.start))
            place, words = self._place(one.path, said), " ".join(one.words.value.split())
            if key != "checked":
                line = f"{place}: compare `{key}: {said.value}` with “{words}”: {why}"
                self.anchored.compare.append(line)
            elif said.value.casefold() == "true":
                line = f"{place}: “{words}” is to be checked again: {why}"
                edit = Edit(one.path, said.start, said.end, said.write("false"), line)
                self.anchored.asked.append(edit)

    def _edit(self, path: str, old: Written, new: str, why: str) -> None:
        edit = Edit(path, old.start, old.end, old.write(new), f"{self._place(path, old)}: {why}")
        self.anchored.edits.append(edit)

    def _leave(self, path: str, old: Written, message: str) -> None:
        line, column = Lines(self._texts[path]).place(old.start)
        self.anchored.left.append(Problem(path, line, column, message, "text-changed"))

    def _place(self, path: str, old: Written) -> str:
        line, column = Lines(self._texts[path]).place(old.start)
        return f"{path}:{line}:{column}"


def readings(source: Source, one: Quoted) -> set[tuple[str, ...]]:
    """The sentences in which words stand in an article, each with what is read at them there."""
    text, wanted = source.article.text, one.sentence and one.sentence.value
    spans = plain_text(text).find(one.words.value)
    if wanted in source.sentences:
        spans = [span for span in spans if source.sentence_at(span.start) == wanted]
    found: set[tuple[str, ...]] = set()
    for span in spans:
        sentence = source.document.sentences[source.sentence_number(span.start)].span.of(text)
        found.add((normalised(sentence),))
        found |= {_told(source, a) for a in source.reading.attributions if _is_about(a, span)}
    return found


def _is_about(found: Attribution, span: Span) -> bool:
    return any(piece.overlaps(span) for piece in (*found.source, *found.cue, *found.content))


def _told(source: Source, found: Attribution) -> tuple[str, ...]:
    """An attribution in words, with the name of the one who speaks."""
    text, reading = source.article.text, source.reading
    pieces = (*found.source, *found.cue, *found.content)
    who = None if found.speaker is None else reading.mentions[found.speaker].actor
    name = "" if who is None else reading.actors[who].name
    return (found.stance, found.relation, name, *(normalised(piece.of(text)) for piece in pieces))


def _starts(spans: Iterable[Span]) -> Iterator[int]:
    return (span.start for span in spans)


def _bare(words: str) -> str:
    """Words without signs, in small letters."""
    return _SIGNS.sub(" ", words.casefold()).strip()


def nearest(quote: str, text: str) -> tuple[float, Span] | None:
    """The passage most like a quotation, of whole words, and how like it is; None if none is.

    Unlike a search for what a person misspelt, this one finds passages that have grown or shrunk: of
    those that are alike, one with the same words at its ends, or as many of them, is the likeliest.
    """
    rough = plain_text(text).nearest(quote)
    if rough is None:
        return None
    wanted = plain(quote)
    ranked: list[tuple[float, float, Span]] = []
    for span in _around(text, rough[1], len(wanted)):
        words = plain(span.of(text))
        alike = fuzz.ratio(wanted, words)
        # A quotation mark without its partner would be no quotation.
        if alike >= _ALIKE and words.count('"') % 2 <= wanted.count('"') % 2:
            alike_too = _SAME_END * (_same_ends(wanted, words) + _as_many(wanted, words))
            ranked.append((alike + alike_too, alike, span))
    ranked.sort(key=lambda item: (-item[0], item[2]))
    for _, alike, span in ranked[:_TRIED]:
        if _kept(wanted, plain(span.of(text))) >= _KEPT:
            return alike, span
    return None


def _around(text: str, middle: Span, length: int) -> Iterator[Span]:
    """All runs of words near a place that are half to twice as long as a quotation."""
    words = list(_WORD.finditer(text, max(0, middle.start - length), middle.end + length))
    for number, first in enumerate(words):
        for last in words[number:]:
            for span in _edges(text, first.start(), last.end()):
                if length <= 2 * (span.end - span.start) <= 4 * length:
                    yield span


def _edges(text: str, start: int, end: int) -> Iterator[Span]:
    """Some words, with the signs around them, with some of these, and without."""
    first, last = start, end
    while last > first and not text[last - 1].isalnum():
        last -= 1
    while first < last and not text[first].isalnum():
        first += 1
    for begin in range(start, first + 1):
        yield from (Span(begin, stop) for stop in range(last, end + 1) if begin < stop)


def _kept(one: str, other: str) -> float:
    """How much of some words, by their letters, stands in others in the same order."""
    mine, others = _bare(one).split(), _bare(other).split()
    same = LCSseq.opcodes(mine, others)
    kept = sum(len(w) for op in same if op.tag == "equal" for w in mine[op.src_start : op.src_end])
    return kept / (sum(map(len, mine)) or 1)


def _same_ends(one: str, other: str) -> int:
    """How many ends two runs of words have in common."""
    mine, others = (_bare(words).split() or [""] for words in (one, other))
    return (mine[0] == others[0]) + (mine[-1] == others[-1])


def _as_many(one: str, other: str) -> bool:
    """Whether two runs have as many words: one may have been put for another."""
    return len(_bare(one).split()) == len(_bare(other).split())
