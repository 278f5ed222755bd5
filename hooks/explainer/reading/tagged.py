"""The words of an article with their classes, sentence by sentence: what the rules look at."""

from bisect import bisect_left
from dataclasses import dataclass

from explainer.lexicons import Lexicon
from explainer.lexicons.words import (
    ADVERB,
    CAPITAL,
    NUMBER,
    PRONOUN,
    SIGN,
    VERB,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WORD,
)
from explainer.text.document import Document
from explainer.text.spans import Span
from explainer.text.tokens import Tokens

#: "Sen." and "Prof." are short; a longer word before a full stop ends a sentence.
_ABBREVIATION = 4
#: What may follow the full stop of "Jr." and "Calif.", and no full stop that ends a sentence.
_GOES_ON = frozenset({"(", ","})
#: Titles write "of" and "with" without a capital; three words with one may be three names.
_SHORT = 3
_FEWEST = 4
_TITLE_SHARE = 0.8


#: So many words ahead of its own may a rule ask for a word, its class, or its quotation.
_AHEAD = 2


@dataclass(frozen=True)
class Tagged:
    """An article's tokens with their classes.

    Args:
        document: the article and its places.
        lexicon: the words of its language.
        low: tokens in lower case, with straight apostrophes. Like the next and ``quotation`` it goes on
            for two more: rules look ahead, and behind the last word there is none.
        bits: the classes of each token, see :mod:`explainer.lexicons.words`.
        sentences: the first token of each sentence and the token after its last.
        quotation: for each token, the number of the outermost quotation it stands in, or -1.
        quoted: for each outermost quotation, by its number, its first token and the one after it.
        paragraph: for each sentence, whether it is running text (no heading, no credit line).
        title: the numbers of the sentences whose words have capitals as in a title.
        inner_capitals: words that stand with a capital inside a sentence, and never without one.
    """

    document: Document
    lexicon: Lexicon
    low: list[str]
    bits: list[int]
    sentences: tuple[tuple[int, int], ...]
    quotation: list[int]
    quoted: dict[int, tuple[int, int]]
    paragraph: tuple[bool, ...]
    title: frozenset[int]
    inner_capitals: frozenset[str]

    def span(self, first: int, stop: int) -> Span:
        """The place of tokens ``first`` up to, not including, ``stop``."""
        return self.document.tokens.span(first, stop)

    def is_hyphen(self, at: int) -> bool:
        """Whether the sign at ``at`` joins two words without space between: no dash."""
        tokens = self.document.tokens
        return self.low[at] == "-" and at > 0 and tokens.start[at] == tokens.end[at - 1]

    def opens_block(self, at: int) -> bool:
        """Whether a paragraph, heading or credit line begins at a token that opens a sentence."""
        number = bisect_left(self.sentences, (at,))
        sentences = self.document.sentences
        return number == 0 or sentences[number - 1].block != sentences[number].block

    def words(self, first: int, stop: int) -> str:
        """The text of tokens, as it stands in the article."""
        return self.span(first, stop).of(self.document.article.text)


def tag(document: Document, lexicon: Lexicon) -> Tagged:
    """Looks every token up, once."""
    tokens = document.tokens
    known = lexicon.words
    bits = [known.get(low, 0) for low in tokens.low]
    for number, word in enumerate(tokens.text):
        if word[0].isupper():
            bits[number] |= CAPITAL
        if not bits[number] & ~CAPITAL:
            bits[number] |= _by_shape(word, tokens.low[number])
    sentences = tuple(_range(tokens.start, s.span) for s in document.sentences)
    title = frozenset(n for n, span in enumerate(sentences) if _is_title(tokens, bits, *span))
    for number, (first, stop) in enumerate(sentences):
        # The first word of a sentence has a capital whatever it is, but "United States" is a name.
        if known.get(tokens.low[first]) and not _opens_name(tokens, lexicon, first):
            bits[first] &= ~CAPITAL
        # "LET US IN" is no name, "the US" is.
        if not all(word.isupper() for word in tokens.text[first:stop] if word[0].isalpha()):
            _name_pronouns(tokens, lexicon, range(first, stop), bits)
        if number in title:
            _lower_title(tokens, lexicon, range(first, stop), bits)
    _join_abbreviations(tokens, sentences, bits)
    _join_partners(tokens, bits)
    quoted = _quoted(document)
    paragraph = tuple(document.blocks[s.block].kind == "paragraph" for s in document.sentences)
    return Tagged(
        document,
        lexicon,
        [*tokens.low, *[""] * _AHEAD],
        [*bits, *[0] * _AHEAD],
        sentences,
        _quotation_of_tokens(quoted, len(tokens) + _AHEAD),
        quoted,
        paragraph,
        title,
        _inner_capitals(
            tokens.text, [s for n, s in enumerate(sentences) if paragraph[n] and n not in title]
        ),
    )


def _is_title(tokens: Tokens, bits: list[int], first: int, stop: int) -> bool:
    """Whether nearly all longer words and all verbs have a capital: "Mayor Praises New Bridge"."""
    words = [n for n in range(first, stop) if tokens.text[n].isalpha()]
    long = [n for n in words if len(tokens.text[n]) > _SHORT]
    capitals = sum(tokens.text[n][0].isupper() for n in long)
    if len(long) < _FEWEST or capitals < _TITLE_SHARE * len(long):
        return False
    return not any(bits[n] & VERB and tokens.text[n].islower() for n in words)


def _lower_title(tokens: Tokens, lexicon: Lexicon, inside: range, bits: list[int]) -> None:
    """In a title a capital tells nothing about a word that is known without one."""
    at = inside.start
    while at < inside.stop:
        if _opens_name(tokens, lexicon, at):
            at += lexicon.names.first_words[tokens.text[at]]
            continue
        if lexicon.words.get(tokens.low[at]):
            bits[at] &= ~CAPITAL
        at += 1


def _opens_name(tokens: Tokens, lexicon: Lexicon, first: int) -> bool:
    """Whether a known name of several words begins at a token."""
    longest = lexicon.names.first_words.get(tokens.text[first], 0)
    words = tokens.text[first : first + longest]
    return any(tuple(words[:length]) in lexicon.names.known for length in range(2, longest + 1))


def _name_pronouns(tokens: Tokens, lexicon: Lexicon, inside: range, bits: list[int]) -> None:
    """A pronoun in capitals that is a known name is no pronoun."""
    for at in inside:
        word = tokens.text[at]
        if (
            bits[at] & PRONOUN
            and len(word) > 1
            and word.isupper()
            and (word,) in lexicon.names.known
        ):
            bits[at] = WORD | CAPITAL


def _join_abbreviations(
    tokens: Tokens, sentences: tuple[tuple[int, int], ...], bits: list[int]
) -> None:
    """The full stop of "Mr." and "J." is part of a name, not a sign."""
    low, text = tokens.low, tokens.text
    for first, stop in sentences:
        for at in range(first + 1, stop - 1):
            if low[at] != ".":
                continue
            # "Sen.", and whatever a comma follows: "R-Fla., said".
            short = len(text[at - 1]) <= _ABBREVIATION or low[at + 1] == ","
            joined = short and bits[at - 1] & CAPITAL and tokens.start[at] == tokens.end[at - 1]
            if joined and (text[at + 1][0].isalnum() or low[at + 1] in _GOES_ON):
                bits[at] = WORD | CAPITAL


def _join_partners(tokens: Tokens, bits: list[int]) -> None:
    """In "AT&T" no word is what it is elsewhere."""
    text = tokens.text
    signs = [at for at, word in enumerate(text) if word == "&"] if "&" in text else []
    for at in signs:
        inside = 0 < at < len(text) - 1
        if inside and text[at - 1][0].isupper() and text[at + 1][0].isupper():
            bits[at - 1] = bits[at + 1] = WORD | CAPITAL


def _inner_capitals(text: list[str], running: list[tuple[int, int]]) -> frozenset[str]:
    text_in_lower = {word for word in text if word.islower()}
    capitals: set[str] = set()
    for first, stop in running:
        capitals.update(word for word in text[first + 1 : stop] if word[0].isupper())
    return frozenset(capitals.difference(map(str.capitalize, text_in_lower)))


def _by_shape(word: str, low: str) -> int:
    """What a word that no list knows may be, from its letters."""
    if word[0].isdigit():
        return NUMBER | WORD
    if not word[-1].isalnum() and not any(map(str.isalnum, word)):
        return SIGN
    if word[0].islower():
        # English endings are grammar, not vocabulary: they stand here, not in a word list.
        if low.endswith("ly") and len(low) > 4:
            return ADVERB
        if low.endswith("ed") and len(low) > 4:
            return VERB_PAST | VERB_PARTICIPLE | WORD
        if low.endswith("ing") and len(low) > 5:
            return VERB_ING | WORD
    return WORD


def _range(starts: list[int], span: Span) -> tuple[int, int]:
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _quoted(document: Document) -> dict[int, tuple[int, int]]:
    """The tokens of each outermost quotation; its marks are inside."""
    starts = document.tokens.start
    return {
        number: _range(starts, quotation.span)
        for number, quotation in enumerate(document.quotations)
        if quotation.depth == 0
    }


def _quotation_of_tokens(quoted: dict[int, tuple[int, int]], length: int) -> list[int]:
    inside = [-1] * length
    for number, (first, stop) in quoted.items():
        inside[first:stop] = [number] * (stop - first)
    return inside
