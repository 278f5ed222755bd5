"""The core: articles in, an explainer site's pages out. Plain Python that knows nothing of MkDocs.

Imports run one way, each package using only those before it:
problems -> text -> lexicons -> reading -> dossier -> pages.
"""
