"""The rules, in the order in which they are tried for each cue; the first that fits makes it."""

from collections.abc import Callable

from explainer.reading.attributions.according import according
from explainer.reading.attributions.adjective import adjective
from explainer.reading.attributions.adverb import adverb
from explainer.reading.attributions.as_said import as_said
from explainer.reading.attributions.clause import clause
from explainer.reading.attributions.colon import colon
from explainer.reading.attributions.finding import Context, Finding, Use
from explainer.reading.attributions.fronted import fronted
from explainer.reading.attributions.infinitive import infinitive
from explainer.reading.attributions.noun import noun
from explainer.reading.attributions.noun_object import noun_object
from explainer.reading.attributions.passive import passive
from explainer.reading.attributions.quotation import quotation
from explainer.reading.attributions.signed import signed
from explainer.reading.attributions.trailing import trailing
from explainer.reading.tagged import Tagged

Rule = Callable[[Tagged, Use, Context], Finding | None]

#: A rule's name is its file's and its function's. Headings are read by ``headline`` alone.
RULES: tuple[tuple[str, Rule], ...] = (
    ("signed", signed),
    ("colon", colon),
    ("according", according),
    ("adverb", adverb),
    ("noun", noun),
    ("adjective", adjective),
    ("passive", passive),
    ("as_said", as_said),
    ("fronted", fronted),
    ("quotation", quotation),
    ("trailing", trailing),
    ("clause", clause),
    ("infinitive", infinitive),
    ("noun_object", noun_object),
)
