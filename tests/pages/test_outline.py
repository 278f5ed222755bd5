"""Headings and anchors."""

from explainer.pages.outline import anchors, outline, without_repeats


def test_headings_become_a_tree() -> None:
    """Levels nest, permalinks are left out, escaped words stay escaped."""
    html = (
        '<h1 id="page">A &lt;b&gt; <em>c</em></h1><h2 class="x" id="one">One'
        '<a class="headerlink" href="#one">¶</a></h2><h3 id="deep">Deep</h3><h2 id="two">Two</h2>'
    )
    (root,) = outline(html)
    assert root.title == "A &lt;b&gt; c"
    assert [(h.level, h.id, h.title) for h in root.children] == [
        (2, "one", "One"),
        (2, "two", "Two"),
    ]


def test_an_anchor_stands_once_on_a_page() -> None:
    """A second element of the same id loses it."""
    seen: set[str] = set()
    assert without_repeats('<p id="a"><p id="b">', seen) == '<p id="a"><p id="b">'
    assert without_repeats('<p id="a" class="x">', seen) == '<p class="x">'
    assert anchors('<p id="a"><b class="x" id="c">') == {"a", "c"}
