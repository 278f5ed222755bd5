"""What Material's own templates print: the scripts that a policy has to allow, and what is to be mended.

The theme is known here and in ``theme/`` alone; its environment and settings are the builder's.
"""

import re
from collections.abc import Iterator
from typing import Any

from explainer.pages.policy import inline_scripts

#: Material gives its check boxes an attribute that HTML has for other inputs only, and labels of its
#: navigation an empty one; it names the next page in a way that makes Firefox fetch it, unasked and
#: against the policy.
_ODD = re.compile(
    r'(?P<box>type="checkbox" id="__(?:drawer|search)") autocomplete="off"'
    r'|(?P<label><label class="md-nav__link"[^>]*) tabindex=""'
    r'|<link rel="next"[^>]*>'
)


def mended(page: str) -> str:
    """A finished page as HTML wants it, without what the theme has too much."""
    return _ODD.sub(r"\g<box>\g<label>", page)


class ThemeScripts:
    """The inline scripts of Material's own templates: they differ by a page's depth, and by nothing
    else that is in a page.
    """

    _TEMPLATES = ("base", "palette", "content", "announce", "outdated", "consent")

    def __init__(self, env: Any = None, config: Any = None) -> None:
        self._env, self._config = env, config
        self._known: dict[str, frozenset[str]] = {}
        #: Those of the page at hand.
        self.here: frozenset[str] = frozenset()

    def enter(self, base_url: str) -> None:
        """Begins a page, given by the way from it to the site's root."""
        if base_url not in self._known:
            self._known[base_url] = frozenset(self._rendered(base_url))
        self.here = self._known[base_url]

    def _rendered(self, base_url: str) -> Iterator[str]:
        if self._env is None or self._config is None:
            return
        facts = {"config": self._config, "features": self._config.theme.get("features", ())}
        names = [f"partials/javascripts/{name}.html" for name in self._TEMPLATES]
        for name in set(names) & set(self._env.list_templates()):
            template = self._env.get_template(name)
            yield from inline_scripts(template.render(base_url=base_url, **facts))
