"""What keeps a hostile article harmless: visible signs, escaped text, web addresses only."""

import re
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from explainer.problems import UNSEEN

#: Stands before each address in a fragment until it is known on which page the fragment will be.
#: Being a control character, it can come from no article: those are made visible.
ROOT = "\x1a"

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(UNSEEN)


#: An address in running text: without the bracket, comma or full stop that follows it.
_ADDRESS = re.compile(r"(https?://[^\s<>\"'()]*[^\s<>\"'().,;:!?/]/?)", re.IGNORECASE)


class Fragment(Markup):
    """HTML that our own templates made; it is let through as it is."""

    __slots__ = ()


def visible(text: str) -> str:
    """The text with a visible sign for each character that a reader could not see.

    Direction overrides can make a line read as something else, and control characters can end a
    file early; every kind of line break becomes a plain one.
    """
    if _BREAKS.search(text):
        text = _BREAKS.sub("\n", text)
    if _UNSEEN.search(text):
        text = _UNSEEN.sub(_sign, text)
    return text


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟦U+{code:04X}⟧"


def finalize(value: Any) -> Any:
    """What Jinja does with every value before it is escaped: no template can forget it."""
    if isinstance(value, Fragment) or not isinstance(value, str):
        return value
    if isinstance(value, Markup):
        # A macro's output, in which our own addresses begin with the sign for the root.
        pieces = value.split(ROOT)
        return Markup(ROOT.join(visible(piece) for piece in pieces))  # noqa: S704
    return visible(value)


def html(text: str) -> str:
    """Text as HTML, for places that no template of ours prints: titles, descriptions."""
    return str(escape(visible(text)))


def web_address(text: str) -> str:
    """The address if it is one of the web, else nothing: no other kind becomes a link."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return ""
    return text.strip() if parts.scheme in {"http", "https"} and parts.hostname else ""


def addresses_in(text: str) -> list[tuple[str, str]]:
    """Text in pieces, each with the web address that follows it; the last has none."""
    pieces = [*_ADDRESS.split(text), ""]
    return list(zip(pieces[::2], pieces[1::2], strict=True))
