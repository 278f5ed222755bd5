"""From the dossier to what readers see: pages, their HTML and their addresses.

A page is planned first (:mod:`~explainer.pages.plan`): its file, its title and the one block that
fills it. Blocks are rendered by autoescaping templates, each fragment once, and put into pages by a
Markdown extension that Markdown's own parser never looks into. Nothing here reads an article, and
nothing here knows which program builds the site.
"""
