"""The Content-Security-Policy of each built page, and what it forbids, told as problems.

The policy takes the theme's own inline scripts by their hashes and nothing that a page brings along: a
policy made from the finished page would bless whatever an article has smuggled into it. What the
browser would silently leave out is an error in the file that has it.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = re.compile(r'<meta charset="utf-8">')

#: Scripts that are data: no browser runs them, and no policy forbids them.
_DATA = frozenset({"application/json", "application/ld+json"})

#: Finds whatever may be forbidden; a real parser looks at it again.
_SUSPECT = re.compile(
    r"""<script(?!\ src="[^":]*"></script>
        |\ id="__config"\ type="application/json">|\ type="application/ld\+json">)
      | <(?:style|i?frame|object|embed|base|meta\s+[^>]*http-equiv)
      | [\s"'/](?:style|action|on[a-z]+)\s*=
      | [\s"'/](?:src|srcset|poster|data)\s*=\s*["']?[^"'?\#>]*(?://|[:&\\])
      | [\s"'/:]href\s*=\s*["']?(?!https?://|mailto:)[^"'/?\#>]*[:&]
      | <link(?!\ rel="(?:canonical|prev|next|alternate)")[^>]*//
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What the policy keeps a page from having, and what browsers therefore do not do.
_LEFT_OUT = {
    "style": "apply",
    "iframe": "show",
    "frame": "show",
    "object": "show",
    "embed": "show",
    "base": "heed",
}
_LOADING = frozenset({"src", "srcset", "poster", "data"})
_PICTURES = frozenset({"img", "source", "input", "video"})
#: Links of a page's head that only name an address: of all others, browsers ask something.
_NAMING = frozenset({"canonical", "prev", "next", "alternate", "author", "license", "me", "help"})
#: Kinds of addresses that a link may have; "" is a file of the site.
#: A quotation that stands in HTML (`quote:`) is told with the other quotations of its page.
_FOLLOWED = frozenset({"", "http", "https", "mailto", "quote", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
#: What browsers do not see at the beginning of an address, and anywhere in it.
_BEFORE, _WITHIN = "".join(map(chr, range(0x21))), re.compile("[\t\n\r]")
#: How an address of another host begins; to browsers both strokes are the same.
_OTHER_HOST = frozenset({"//", "/\\", "\\/", "\\\\"})
_LONGEST = 60


def inline_scripts(html: str) -> frozenset[str]:
    """The scripts that stand in a template of the theme, as it is rendered."""
    return frozenset(_INLINE.findall(html))


def policy(scripts: Collection[str] = ()) -> str:
    """What a page may load and run: the site's own files, and these inline scripts.

    ``data:`` images are in the theme's style sheets.
    """
    hashes = sorted(b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = "".join(f" 'sha256-{found}'" for found in hashes)
    own = "; ".join(
        f"{kind}-src 'self'" for kind in ("style", "font", "media", "connect", "worker")
    )
    return (
        f"default-src 'none'; script-src 'self'{allowed}; {own}; img-src 'self' data:;"
        " manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def with_policy(html: str, scripts: Collection[str] = ()) -> str:
    """A page with its policy, which stands before all that it rules."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts)}">'
    return _CHARSET.sub(lambda found: f"{found[0]}\n{tag}", html, count=1)


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Something in a page that its policy forbids.

    Args:
        tag: the tag that has it, as it is written in the page.
        sign: the words by which it may be found in the file that the page is made from.
        message: what is wrong, for people.
    """

    tag: str
    sign: str
    message: str


def forbidden(html: str, scripts: Collection[str] = ()) -> Iterator[Forbidden]:
    """What a built page has that its policy forbids.

    Args:
        html: the whole page.
        scripts: the inline scripts that the policy allows.
    """
    plain = html
    for script in scripts:
        plain = plain.replace(f"<script>{script}</script>", "")
    if _SUSPECT.search(plain):
        reader = _Reader()
        reader.feed(plain)
        reader.close()
        yield from dict.fromkeys(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Forbidden] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if done := _LEFT_OUT.get(tag):
            self._left_out(f"<{tag}", f"{'an' if tag[0] in 'aeiou' else 'a'} <{tag}>", done)
            return
        if tag == "script" and "src" not in given and given.get("type") not in _DATA:
            self._left_out("<script", "a <script>", "run")
        if tag == "meta" and "http-equiv" in given:
            self._add(
                "http-equiv", "has a <meta http-equiv>, which can lead readers away; leave it out"
            )
        for name, value in given.items():
            if name == "style":
                self._left_out("style=", f"a `style` on a <{tag}>", "apply")
            elif name.startswith("on"):
                self._left_out(f"{name}=", f"an `{name}` on a <{tag}>", "run")
            elif name in {"action", "formaction"}:
                self._left_out(f"{name}=", f"an `{name}` on a <{tag}>", "heed")
            elif loaded := next(filter(_is_elsewhere, _loaded(tag, name, given)), ""):
                message = f"loads `{_short(loaded)}`, and no browser will; put the file into docs/"
                self._add(value, message)
            elif name.endswith("href") and tag != "link" and _scheme(value) not in _FOLLOWED:
                message = f"has a link to `{_short(value)}`, which no browser should follow"
                self._add(value, f"{message}; link to a page, or to an https: or mailto: address")

    def _left_out(self, sign: str, what: str, done: str) -> None:
        self._add(sign, f"has {what}, which no browser will {done}; leave it out")

    def _add(self, sign: str, message: str) -> None:
        self.found.append(Forbidden(self.get_starttag_text() or "", sign, f"the page {message}"))


def _loaded(tag: str, name: str, given: dict[str, str]) -> list[str]:
    """The addresses in an attribute from which a browser fetches something, as a browser sees them."""
    if tag == "link":
        fetched = name == "href" and not _NAMING.issuperset(given.get("rel", "").lower().split())
    else:
        fetched = name in _LOADING
    found = [given[name]] if fetched else []
    if name == "srcset":
        found = [piece.split()[0] for piece in given[name].split(",") if piece.strip()]
    # Pictures may stand in the page itself.
    return [one for one in found if tag not in _PICTURES or _scheme(one) != "data"]


def _scheme(address: str) -> str:
    """The kind of an address, as a browser sees it."""
    found = _SCHEME.match(_WITHIN.sub("", address.lstrip(_BEFORE)))
    return found[1].lower() if found else ""


def _is_elsewhere(address: str) -> bool:
    """True if an address is no file of the site."""
    return bool(_scheme(address)) or _WITHIN.sub("", address.lstrip(_BEFORE))[:2] in _OTHER_HOST


def _short(address: str) -> str:
    return address if len(address) <= _LONGEST else f"{address[: _LONGEST - 1]}…"
