"""Names in an article: runs of capitals, what they name, and the phrases around them.

Each finding is one :class:`Name`. What two names have to do with each other is for ``actors`` to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from explainer.lexicons.names import Gender, KnownName
from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    CUE,
    CUE_NOUN,
    DEFINITE,
    DETERMINER,
    LINKING,
    MODAL,
    NOUN,
    NUMBER,
    ONE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SIGN,
    SUBORDINATOR,
    TO,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
)
from explainer.reading.tagged import Tagged

#: Kinds that a noun of heads.txt gives to a name that ends in it.
_NAMED_KINDS = ("armed group", "government body", "media", "alliance", "company", "organisation")
#: Kinds that a noun in lower case gives to a description with a state's adjective before it.
_DESCRIBED_KINDS = ("media", "government body")
_LONGEST_RUN = 12
#: "the Food and *Rural Affairs* Ministry"
_LONGEST_TASK = 3
#: What every word has that may begin a name or a naming phrase, but for those of the lexicon.
_BEGINS = CAPITAL | DETERMINER | NUMBER
#: Words that begin no name, though a title in capitals or a quotation may begin with them.
_CLOSED = (
    DETERMINER
    | POSSESSIVE
    | PREPOSITION
    | PRONOUN
    | CONJUNCTION
    | SUBORDINATOR
    | AUXILIARY
    | MODAL
    | WH
    | ADVERB
)
#: Words that can follow a noun, and no word before it.
_AFTER_NOUN = (
    DETERMINER
    | POSSESSIVE
    | PREPOSITION
    | PRONOUN
    | SUBORDINATOR
    | AUXILIARY
    | MODAL
    | WH
    | ADVERB
    | TO
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a naming phrase.

    Args:
        first, stop: its tokens, with its title and article.
        name: what it names, without them.
        kind: see :class:`explainer.reading.model.Mention`; "name" where the text does not tell.
        rule: how it was recognised.
        part_of: the state whose body it is, or "".
        role: its title, verbatim, or "".
        inner: the range of the bare name.
    """

    first: int
    stop: int
    name: str
    kind: str
    rule: str
    part_of: str = ""
    role: str = ""
    inner: tuple[int, int] = (0, 0)


def find_names(tagged: Tagged) -> list[Name]:
    """All names and naming phrases of an article, in order; none overlaps another."""
    found: list[Name] = []
    for number, (start, end) in enumerate(tagged.sentences):
        capitals = _is_title_case(tagged, start, end) and not tagged.paragraph[number]
        found += _in_sentence(tagged, start, end, capitals)
    return found


def _in_sentence(tagged: Tagged, start: int, end: int, capitals: bool) -> Iterator[Name]:
    at = floor = start
    names, text = tagged.lexicon.names, tagged.document.tokens.text
    while at < end:
        if not (
            tagged.bits[at] & _BEGINS
            or text[at] in names.first_words
            or tagged.low[at] in names.heads
        ):
            # Most words begin no name: they are passed over here, before any rule is asked.
            at += 1
            continue
        name = _phrase(tagged, at, start, end)
        if name is None and not (capitals and text[at] not in names.first_words):
            name = _run(tagged, at, start, end)
        if name is None:
            at += 1
        else:
            # An article at the end of a run that was cut is not the next name's, too.
            yield name if name.first >= floor else replace(name, first=floor)
            at = floor = name.stop


def _is_title_case(tagged: Tagged, start: int, end: int) -> bool:
    words = [n for n in range(start, end) if len(tagged.low[n]) > 3]
    return len(words) > 2 and sum(bool(tagged.bits[n] & CAPITAL) for n in words) > 0.6 * len(words)


def _phrase(tagged: Tagged, at: int, start: int, end: int) -> Name | None:
    """ "Both organizations", "the authorities in Kiev": phrases that begin in lower case."""
    bits = tagged.bits[at]
    if bits & (DETERMINER | NUMBER):
        return _counted(tagged, at, start, end) or _government_in(tagged, at, start, end)
    if "state" in tagged.lexicon.names.heads.get(tagged.low[at], ()):
        return _government_in(tagged, at, start, end)
    return None


def _counted(tagged: Tagged, at: int, start: int, end: int) -> Name | None:
    """Several actors that are counted but not named: "the two organizations", "one of the …"."""
    low, bits, heads = tagged.low, tagged.bits, tagged.lexicon.names.heads
    counts = tagged.lexicon.names.counts
    first, one = at, False
    if bits[at] & ONE and at + 2 < end and bits[at + 1] & LINKING:
        at, one = at + 2, True
    if bits[at] & DEFINITE and low[at] not in counts and at + 1 < end:
        at += 1
    counted = low[at] in counts
    if not (counted or one):
        return None
    word = at + (1 if counted else 0)
    while word < end and word - at < 6:
        kinds = heads.get(low[word], frozenset())
        if "group" in kinds:
            kind = "one of" if one else "group"
            return Name(
                first, word + 1, counts.get(low[at], ""), kind, "counted", inner=(at, word + 1)
            )
        if tagged.bits[word] & (SIGN | PREPOSITION | PRONOUN | VERB_S) or _is_past(tagged, word):
            return None
        word += 1
    return None


def _is_past(tagged: Tagged, at: int) -> bool:
    """A verb in the past, and no participle before a noun: "two armed groups"."""
    bits = tagged.bits[at]
    return bool(bits & VERB_PAST) and (not bits & VERB_PARTICIPLE or bool(bits & CUE))


def _government_in(tagged: Tagged, at: int, start: int, end: int) -> Name | None:
    """A state by its government and where that sits: "the regime in Moscow"."""
    low, heads = tagged.low, tagged.lexicon.names.heads
    word = at
    while word < min(end, at + 4) and "state" not in heads.get(low[word], ()):
        if word > at and tagged.bits[word] & (SIGN | PREPOSITION | CAPITAL | PRONOUN):
            return None
        word += 1
    if word + 2 > end - 1 or not tagged.bits[word + 1] & LINKING:
        return None
    place = word + 2 + bool(tagged.bits[word + 2] & DEFINITE)
    match = _known_at(tagged, place, end)
    if match is None or match[1].kind != "state" or match[1].role in ("adjective", "people"):
        return None
    known, stop = match[1], place + match[0]
    if "state" not in heads.get(low[word], ()):
        return None
    return Name(at, stop, known.name, "state", "government-in", inner=(place, stop))


def _known_at(tagged: Tagged, at: int, end: int) -> tuple[int, KnownName] | None:
    """The longest known name that begins here: how many tokens, and what it means."""
    names, text = tagged.lexicon.names, tagged.document.tokens.text
    if at >= end:
        return None
    for length in range(min(names.first_words.get(text[at], 0), end - at), 0, -1):
        known = names.known.get(tuple(text[at : at + length]))
        if known is not None:
            return length, known
    return None


def _run(tagged: Tagged, at: int, start: int, end: int) -> Name | None:
    """A name that begins here with a capital, or that is known."""
    known = tagged.lexicon.names.first_words
    if not tagged.bits[at] & CAPITAL and tagged.document.tokens.text[at] not in known:
        return None
    if _has_partner(tagged, at, end):
        # "Smith & Son", "AT&T": a name, whatever its first word is elsewhere.
        return _classified(tagged, at, _run_end(tagged, at, end), start, end, None)
    if tagged.low[at] == ".":
        # The full stop of an abbreviation belongs to the name that began before it.
        return None
    # "LET US IN": what is a pronoun still is no name, see ``tagged``.
    match = None if tagged.bits[at] & PRONOUN else _known_at(tagged, at, end)
    if match is None and (tagged.bits[at] & (SIGN | _CLOSED) or _is_calendar(tagged, at)):
        return None
    if at == start and not _is_name_elsewhere(tagged, at, end):
        return None
    stop = _run_end(tagged, at, end)
    if match and at + match[0] >= stop:
        return _of_known(tagged, at, at + match[0], match[1], start, end)
    if stop == at:
        return None
    return _classified(tagged, at, stop, start, end, match)


def _has_partner(tagged: Tagged, at: int, end: int) -> bool:
    """Whether "&" stands between a word and another with a capital."""
    if at + 2 >= end or tagged.low[at + 1] != "&":
        return False
    return not tagged.bits[at + 2] & PRONOUN and _capital(tagged, at + 2, end)


def _is_calendar(tagged: Tagged, at: int) -> bool:
    times = tagged.lexicon.times
    return tagged.low[at] in times.weekdays or tagged.low[at] in times.months


def _run_end(tagged: Tagged, at: int, end: int) -> int:
    """Where a run of capitals ends, with the small words inside it."""
    bits, low, names = tagged.bits, tagged.low, tagged.lexicon.names
    text = tagged.document.tokens.text
    stop = at
    while stop < min(end, at + _LONGEST_RUN):
        if (
            (bits[stop] & CAPITAL and not bits[stop] & SIGN and not bits[stop] & PRONOUN)
            or (
                low[stop] == "."
                and stop > at
                and stop + 1 < end
                and bits[stop + 1] & CAPITAL
                and (len(text[stop - 1]) == 1 or _is_title(tagged, (text[stop - 1],)))
            )
            or (
                stop > at
                and low[stop] in names.particles["person"]
                and _capital(tagged, stop + 1, end)
            )
            or (stop > at and low[stop] == "&" and _capital(tagged, stop + 1, end))
        ):
            stop += 1
        elif stop > at and _links(tagged, at, stop, end):
            stop += 2 if bits[stop + 1] & DEFINITE else 1
        else:
            break
    return stop


def _is_predicate(bits: int) -> bool:
    """In a line of capitals a verb ends the name: "Lindsey Graham Says", "Clinton Was Headed"."""
    if bits & (AUXILIARY | MODAL | WH) and not bits & CONJUNCTION:
        return True
    return bool(bits & CUE and bits & (VERB_S | VERB_ING | VERB_PAST)) and not bits & NOUN


def _capital(tagged: Tagged, at: int, end: int) -> bool:
    return at < end and bool(tagged.bits[at] & CAPITAL)


def _links(tagged: Tagged, at: int, link: int, end: int) -> bool:
    """ "Legion for the Freedom", "Department of Justice": the noun before the link tells."""
    low, names = tagged.low, tagged.lexicon.names
    if low[link] not in names.particles["link"]:
        return False
    follows = link + (2 if link + 1 < end and tagged.bits[link + 1] & DEFINITE else 1)
    if not _capital(tagged, follows, end) or tagged.bits[link - 1] & SIGN:
        return False
    if _is_title(tagged, (tagged.document.tokens.text[link - 1],)):
        # "Secretary of State", "Ambassador to the United States": the office goes on.
        return not tagged.bits[link] & CONJUNCTION
    if tagged.bits[link] & TO:
        return False
    earlier = any(low[n] in names.particles["link"] for n in range(at, link))
    kinds = names.heads.get(low[link - 1], frozenset())
    if tagged.bits[link] & CONJUNCTION:
        office = earlier and not kinds and _known_at(tagged, follows, end) is None
        return office or _is_one_body(tagged, at, link, end)
    return earlier or bool(kinds & set(_NAMED_KINDS))


def _is_one_body(tagged: Tagged, at: int, link: int, end: int) -> bool:
    """ "the Food and Farming Agency": one body with two tasks, if its parts have no name of their own.

    Two stand in "the FBI and Justice Department", "the Ministry and the Trade Office".
    """
    text, names = tagged.document.tokens.text, tagged.lexicon.names
    state = _known_at(tagged, at, end)
    first = at + state[0] if state and state[1].role in ("adjective", "either") else at
    owned = first > at or _is_owned(tagged, at)
    if not owned or first >= link or any(_is_actor(tagged, n, end) for n in range(first, link)):
        return False
    last = link + 1
    if not _capital(tagged, last, end):
        # "the House and the Senate"
        return False
    while last + 1 < end and _capital(tagged, last + 1, end) and last - link <= _LONGEST_TASK:
        last += 1
    kinds = names.heads.get(tagged.low[last], frozenset())
    told = "government body" in kinds and not tagged.low[last].endswith("s")
    return told and last > link + 1 and text[link + 1] not in names.given


def _is_owned(tagged: Tagged, at: int) -> bool:
    """Whether an article or an owner stands before a token."""
    return at > 0 and (
        bool(tagged.bits[at - 1] & (DEFINITE | POSSESSIVE)) or tagged.low[at - 1] == "'s"
    )


def _is_actor(tagged: Tagged, at: int, end: int) -> bool:
    """Whether a word in a name is one by itself: an acronym, a known name, a given name, a head."""
    word, names = tagged.document.tokens.text[at], tagged.lexicon.names
    named = _known_at(tagged, at, end) is not None or word in names.given
    return named or word.isupper() or bool(names.heads.get(tagged.low[at]))


def _is_title(tagged: Tagged, words: tuple[str, ...]) -> bool:
    return words in tagged.lexicon.names.titles


def _is_name_elsewhere(tagged: Tagged, at: int, end: int) -> bool:
    """Whether the first word of a sentence is a name: it is known, a title, or followed by one, or
    stands with a capital inside another sentence and never without.
    """
    names, text = tagged.lexicon.names, tagged.document.tokens.text
    word = text[at]
    if word in names.first_words or word in names.given or _is_title(tagged, (word,)):
        return True
    if tagged.lexicon.words.get(tagged.low[at]):
        return False
    if word in tagged.inner_capitals:
        return True
    return (
        _capital(tagged, at + 1, end)
        and not tagged.bits[at + 1] & SIGN
        and not (tagged.bits[at] & ADVERB)
        and tagged.low[at] not in tagged.lexicon.times.weekdays
    )


def _of_known(
    tagged: Tagged, first: int, stop: int, known: KnownName, start: int, end: int
) -> Name | None:
    """A known name, alone or before a noun: "the US government", "Ukrainian public broadcaster"."""
    heads = tagged.lexicon.names.heads
    if known.kind == "state":
        word = stop
        while word < min(end, stop + 3) and not heads.get(tagged.low[word]):
            if tagged.bits[word] & (
                SIGN | PREPOSITION | PRONOUN | CAPITAL | VERB_PAST | VERB_S
            ) or (tagged.low[word] == "'s"):
                word = end
            else:
                word += 1
        kinds = heads.get(tagged.low[word], frozenset()) if word < end else frozenset()
        described = next((k for k in _DESCRIBED_KINDS if k in kinds), None)
        if "state" in kinds and not tagged.bits[word] & CAPITAL:
            begin = _with_article(tagged, first, start)
            return Name(begin, word + 1, known.name, "state", "government-of", inner=(first, stop))
        if (
            described
            and not tagged.bits[word] & CAPITAL
            and known.role in ("adjective", "either", "name")
        ):
            name = tagged.words(first, word + 1)
            begin = _with_article(tagged, first, start)
            owner = known.name if described == "government body" else ""
            return Name(
                begin, word + 1, name, described, "described", owner, inner=(first, word + 1)
            )
        if known.role == "adjective" or (
            known.role == "either" and not _is_noun_before(tagged, stop, end)
        ):
            return Name(first, stop, known.name, "adjective", "adjective", inner=(first, stop))
    kind = "capital" if known.role == "capital" else known.kind
    begin = _with_article(tagged, first, start)
    role = "name" if known.role == "either" else known.role
    return Name(begin, stop, known.name, kind, f"known-{role}", inner=(first, stop))


def _is_noun_before(tagged: Tagged, at: int, end: int) -> bool:
    """Whether "US" is the name, by what follows: "the US said", no "US troops"."""
    if at >= end or tagged.low[at] == "'s" or _is_calendar(tagged, at):
        return True
    bits = tagged.bits[at]
    if bits & CONJUNCTION:
        # "the US and Russian troops", "the US and UK troops"
        other = _known_at(tagged, at + 1, end)
        if other is None or other[1].role == "adjective":
            return other is None
        return _is_noun_before(tagged, at + 1 + other[0], end)
    if bits & SIGN:
        return not tagged.is_hyphen(at)
    # "the US sanctions": a word in -s that reports nothing is rather a noun.
    verb = bits & VERB_PAST or (bits & VERB_S and bits & CUE and not bits & (NOUN | CUE_NOUN))
    return bool(verb or bits & _AFTER_NOUN)


def _with_article(tagged: Tagged, first: int, start: int) -> int:
    """Takes an article before a name into the mention."""
    before = first - 1
    return before if before >= start and tagged.bits[before] & DETERMINER else first


def _classified(
    tagged: Tagged, first: int, stop: int, start: int, end: int, match: tuple[int, KnownName] | None
) -> Name | None:
    """What a run of capitals names, from its title, its given name or its noun."""
    begin = _with_article(tagged, first, start)
    names = tagged.lexicon.names
    title = _title_in(tagged, first, stop)
    # "Department of Justice" is no judge.
    alone = title == stop and _kind_by_head(tagged, first, stop)
    if title is not None and not alone and not _is_named_by_last(tagged, title, stop):
        return _titled(tagged, first, title, stop, begin)
    part_of = match[1].name if match and match[1].kind == "state" else ""
    name = tagged.words(first, stop)
    if "none" in names.heads.get(tagged.low[stop - 1], ()) and stop - first > 1:
        return Name(begin, stop, name, "place", "head", inner=(first, stop))
    if stop - first > 1:
        kind = _kind_by_head(tagged, first, stop)
        if kind:
            owner = part_of if kind == "government body" else ""
            return Name(begin, stop, name, kind, "head", owner, inner=(first, stop))
        text, signed = tagged.document.tokens.text, "&" in tagged.low[first:stop]
        if text[first] in names.given and not signed:
            return Name(first, stop, name, "person", "given-name", inner=(first, stop))
        if tagged.low[first] in names.persons and text[first + 1] in names.given and not signed:
            # "Farmer Carl Dahl": what somebody is, with the capital of its sentence.
            return _titled(tagged, first, first + 1, stop, begin)
    if (
        match
        and match[0] < stop - first
        and match[1].kind == "state"
        and match[1].role in ("adjective", "either")
    ):
        # "Russian Sukhoi": the adjective of a state is no part of another's name.
        first += match[0]
        name = tagged.words(first, stop)
    return Name(
        begin if begin < first else first, stop, name, "name", "capitals", inner=(first, stop)
    )


def _titled(tagged: Tagged, first: int, title: int, stop: int, begin: int) -> Name | None:
    """A person after a title that ends at ``title``; a title alone names nobody yet."""
    if title == stop and stop - first > 1 and tagged.low[stop - 1] != ".":
        # "Mr. King": a title after a title is a name.
        told = tagged.lexicon.names.titles.get((tagged.document.tokens.text[first],), Gender.EITHER)
        title = title if told is Gender.EITHER else stop - 1
    if title < stop:
        name, role = tagged.words(title, stop), tagged.words(first, title)
        kind = _kind_by_head(tagged, title, stop)
        if kind and stop - title > 1:
            # "Director of the Centre for Disease Control": the office's house, not a person.
            return Name(begin, stop, name, kind, "head", inner=(title, stop))
        return Name(begin, stop, name, "person", "title", role=role, inner=(title, stop))
    if stop - first == 1:
        return None
    words = tagged.words(first, stop)
    return Name(begin, stop, words, "role", "title-alone", inner=(first, stop))


def _is_named_by_last(tagged: Tagged, title: int, stop: int) -> bool:
    """ "General Motors" is a company and "Justice Department" no person, though they begin with
    titles.
    """
    kinds = tagged.lexicon.names.heads.get(tagged.low[stop - 1], frozenset())
    return stop - title == 1 and bool(kinds & set(_NAMED_KINDS))


def _title_in(tagged: Tagged, first: int, stop: int) -> int | None:
    """Where the name begins after the last title of a run; None if the run has no title."""
    text, low = tagged.document.tokens.text, tagged.low
    titles = tagged.lexicon.names.titles
    last = None
    at = first
    while at < stop:
        for length in (4, 3, 2, 1):
            if at + length <= stop and tuple(text[at : at + length]) in titles:
                at += length
                if at < stop and low[at] == ".":
                    at += 1
                last = at
                break
        else:
            at += 1
    return last if last is None else _after_office(tagged, last, stop)


def _after_office(tagged: Tagged, title: int, stop: int) -> int:
    """Where the name begins after "Secretary | of State" or "Ambassador | to the United States"."""
    if title >= stop or not tagged.bits[title] & (LINKING | TO):
        return title
    text, given = tagged.document.tokens.text, tagged.lexicon.names.given
    office = title + 1 + bool(tagged.bits[title + 1] & DEFINITE)
    known = _known_at(tagged, office, stop)
    after = office + (known[0] if known else 1)
    return next((at for at in range(office, stop) if text[at] in given), min(after, stop))


def _kind_by_head(tagged: Tagged, first: int, stop: int) -> str | None:
    heads, low = tagged.lexicon.names.heads, tagged.low
    links = tagged.lexicon.names.particles["link"]
    cut = next((n for n in range(first + 1, stop) if low[n] in links), stop)
    kinds = heads.get(low[cut - 1], frozenset()) | heads.get(low[stop - 1], frozenset())
    return next((k for k in _NAMED_KINDS if k in kinds), None)
