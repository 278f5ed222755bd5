"""An article with all its places found once: what every later step starts from."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.problems import Level, Problem
from explainer.text.article import Article
from explainer.text.blocks import Block, find_blocks
from explainer.text.quotations import Quotation, evened, find_quotations
from explainer.text.sentences import Sentence, find_sentences
from explainer.text.tokens import Tokens


@dataclass(frozen=True)
class Document:
    """An article, its blocks, sentences, tokens and quotations, and what is odd about them."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    quotations: tuple[Quotation, ...]
    problems: tuple[Problem, ...] = ()


def parse(article: Article, language: str = "en", credit_words: Iterable[str] = ()) -> Document:
    """Finds the places of an article, in time linear in its length.

    Args:
        article: the text.
        language: its ISO 639-1 code, for the ends of sentences.
        credit_words: see :func:`explainer.text.blocks.find_blocks`.
    """
    text = article.text
    blocks = find_blocks(text, credit_words)
    tokens = Tokens(text)
    quotations, odd = find_quotations(text, blocks)
    message = "this quotation mark has no partner in its paragraph"
    return Document(
        article,
        blocks,
        find_sentences(evened(text, quotations), blocks, language, tokens),
        tokens,
        quotations,
        # One notice a paragraph would still be thousands in a hostile file; the first ones tell.
        tuple(article.problem(o, message, "odd-quotation-mark", Level.NOTICE) for o in odd[:20]),
    )
