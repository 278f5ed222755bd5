"""What the Content-Security-Policy forbids is found, whatever way it is written, and nothing else is."""

import hashlib
from base64 import b64encode

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.pages.policy import forbidden, inline_scripts, policy, with_policy

KNOWN = "let palette = 1"
HEAD = f'<!doctype html><head><meta charset="utf-8"></head><script>{KNOWN}</script>'

FORBIDDEN = [
    ("<script>alert(1)</script>", "has a <script>"),
    ("<SCRIPT type=module>alert(1)</SCRIPT>", "has a <script>"),
    (f"<script>{KNOWN} </script>", "has a <script>"),
    ("<style>p {color: red}</style>", "has a <style>"),
    ('<p style="color: red">', "has a `style` on a <p>"),
    ("<p\nSTYLE = color:red>", "has a `style` on a <p>"),
    ('<p title=">" style="">', "has a `style` on a <p>"),
    ("<svg/onload=alert(1)>", "has an `onload` on a <svg>"),
    ('<a href="#" onclick="x()">', "has an `onclick` on a <a>"),
    ('<img src="https://example.org/x.png">', "loads `https://example.org/x.png`"),
    ("<iframe src=//example.org>", "has an <iframe>"),
    ('<object data="x.svg">', "has an <object>"),
    ("<embed src=x.svg>", "has an <embed>"),
    ('<BASE href="https://example.org/">', "has a <base>"),
    (
        '<meta name="x" http-equiv="refresh" content="0;url=//example.org">',
        "has a <meta http-equiv>",
    ),
    ('<form action="https://example.org/">', "has an `action` on a <form>"),
    ('<img srcset="a.png 1x, https://example.org/b.png 2x">', "loads `https://example.org/b.png`"),
    ('<img src="/\\example.org/x.png">', "loads `/\\example.org/x.png`"),
    ('<script src="data:text/javascript,alert(1)"></script>', "loads `data:text/javascript"),
    ('<link rel="preconnect" href="https://example.org/">', "loads `https://example.org/`"),
    ('<a href="javascript:alert(1)">', "has a link to `javascript:alert(1)`"),
    ('<a title="x" href=" JavaScript:alert(1)">', "has a link to ` JavaScript:alert(1)`"),
    ("<a href='&#106;ava&Tab;script:alert(1)'>", "has a link to `java\tscript:alert(1)`"),
    ("<a href=data:text/html;base64,AAAA>", "has a link to `data:text/html;base64"),
    ('<svg><a xlink:href="javascript&colon;alert(1)">', "has a link to `javascript:alert(1)`"),
    ('<a href="vbscript:x">', "has a link to `vbscript:x`"),
    ('<a href="file:///etc/passwd">', "has a link to `file:///etc/passwd`"),
    ('<script src="https://example.org/x.js"></script>', "loads `https://example.org/x.js`"),
    ('<link rel="stylesheet" href="//example.org/x.css">', "loads `//example.org/x.css`"),
]
ALLOWED = [
    "",
    '<script src="assets/x.js"></script>',
    '<script id="__config" type="application/json">{"a": "<style>"}</script>',
    '<script type="application/ld+json">{"a": "onload=1"}</script>',
    "<p>style=1, onload=2, <code>&lt;script&gt;</code></p>",
    '<p title="style=&quot;x&quot; onload=1">',
    '<img src="data:image/png;base64,AAAA">',
    '<a href="https://example.org/">',
    '<a href="http://example.org/">',
    '<a href="mailto:a@example.org?subject=javascript:">',
    '<a href="tel:+49">',
    '<a href="#fn:1">',
    '<a href="?h=a:b&amp;c">',
    '<a href="a&amp;b/c:d">',
    '<img srcset="a.png 1x, b.png 2x" src="images/a:b.png">',
    '<link rel="author" href="https://example.org/">',
    '<link rel="canonical" href="https://example.org/">',
    "<!-- <script>alert(1)</script> -->",
]


@pytest.mark.parametrize(("html", "message"), FORBIDDEN)
def test_what_no_browser_will_run_or_load_is_told(html: str, message: str) -> None:
    """Once, in words."""
    found = [one.message for one in forbidden(HEAD + html, {KNOWN})]
    assert [text[: len("the page ") + len(message)] for text in found] == [f"the page {message}"]


@pytest.mark.parametrize("html", ALLOWED)
def test_all_else_is_let_through(html: str) -> None:
    """Files of the site, data, words and comments."""
    assert list(forbidden(HEAD + html, {KNOWN})) == []


def test_the_policy_hashes_what_the_theme_has_and_not_what_a_page_has() -> None:
    """A script that a page brings along is not blessed."""
    known = inline_scripts(f"<script>{KNOWN}</script>")
    page = with_policy(HEAD + "<script>alert(1)</script>", known)
    content = LexborHTMLParser(page).css_first("meta[http-equiv]").attributes["content"]
    assert content == policy({KNOWN})
    digest = b64encode(hashlib.sha256(KNOWN.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in str(content)
    assert page.index("http-equiv") < page.index("<script")
    assert "unsafe" not in policy({KNOWN})
