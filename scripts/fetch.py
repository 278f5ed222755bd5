"""A page from the web, for scripts/draft; what goes wrong is one line."""

import urllib.error
import urllib.request
from urllib.parse import urlsplit

#: Of a page with a long article; more is something else.
MOST_BYTES = 10_000_000
_SECONDS = 20
_HEADERS = {"User-Agent": "explainer/0.1 (scripts/draft)", "Accept": "text/html"}


class FetchError(Exception):
    """A page that cannot be had; its text is the message for people."""


def fetch(url: str) -> tuple[bytes, str]:
    """A web page, and the address at which it was found in the end.

    Raises:
        FetchError: there is no such page, or no network.
    """
    if not is_web(url):
        raise FetchError(f"{url}: only addresses with https:// or http:// are fetched")
    # None of the handlers for files and other servers, also behind a redirection.
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    try:
        request = urllib.request.Request(url, headers=_HEADERS)  # noqa: S310 -- see is_web
        with opener.open(request, timeout=_SECONDS) as answer:
            kind = answer.headers.get_content_type()
            if kind not in ("text/html", "application/xhtml+xml"):
                raise FetchError(f"{url}: is {kind}, not a web page")
            data: bytes = answer.read(MOST_BYTES + 1)
            found = str(answer.geturl())
    except urllib.error.HTTPError as error:
        raise FetchError(f"{url}: the server says {error.code} {error.reason}") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "reason", None) or error
        way = "save the page in your browser and name that file instead"
        raise FetchError(f"{url}: cannot be fetched: {why}; {way}") from error
    if len(data) > MOST_BYTES:
        raise FetchError(f"{url}: has more than {MOST_BYTES // 1_000_000} MB")
    return data, found


def is_web(address: str) -> bool:
    """True for an address that may be fetched."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
