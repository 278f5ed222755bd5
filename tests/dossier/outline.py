"""A dossier, printed for people: what the tests compare and a difference shows line by line."""

from collections.abc import Iterable, Iterator

from explainer.dossier.model import Actor, Claim, Dossier, Event, Sheet


def outline(dossier: Dossier) -> str:
    """All that a dossier holds, in the order in which readers see it."""
    lines: list[str] = []
    for sheet in dossier.sheets.values():
        lines += _sheet(dossier, sheet)
    lines.append("actors")
    for actor in dossier.actors.values():
        lines += _actor(dossier, actor)
    lines.append("claims")
    for claim in dossier.claims.values():
        lines += _claim(dossier, claim)
    lines.append("events")
    lines += [_event(dossier, event) for event in dossier.events.values()]
    if dossier.disagreements:
        lines.append("told otherwise")
    for pair in dossier.disagreements:
        lines.append(f"  {pair.one}, {pair.other}: {pair.what}")
    lines.append("problems")
    lines += [f"  {problem}" for problem in dossier.problems]
    return "\n".join(lines) + "\n"


def _sheet(dossier: Dossier, sheet: Sheet) -> Iterator[str]:
    yield f"article {sheet.article.slug}: {sheet.title} ({sheet.title_basis})"
    day = f"{sheet.published} ({sheet.published_basis})" if sheet.published else "not known"
    yield f"  published {day}; shown: {sheet.show}"
    for voice in sheet.voices:
        several = ", ".join(voice.several) + (" (one of them)" if voice.one_of else "")
        who = voice.actor or several or voice.label or "the article's own words"
        yield f"  voice of {who}: {voice.direct} quoted, {voice.indirect} not"
    for line in sheet.lines:
        resting = [*line.claims, *line.events, *dict.fromkeys(n.actor for n in line.mentions)]
        own = "own voice" if line.own_voice else "reported"
        yield f"  {line.id} {own}: {', '.join(resting) or '-'}"


def _actor(dossier: Dossier, actor: Actor) -> Iterator[str]:
    part_of = f", part of {actor.part_of}" if actor.part_of else ""
    roles = f", {'; '.join(actor.roles)}" if actor.roles else ""
    yield f"  {actor.id}: {actor.name} ({actor.kind}{part_of}{roles})"
    yield f"    named {', '.join(f'“{words}” {count}x' for words, count in actor.names)}"
    if actor.intro:
        yield f"    introduced in {actor.intro.sentence} of {actor.intro.article}"
    for role in actor.held:
        yield f"    role {role.role} {role.start or '..'}/{role.end or '..'}: {role.why}"
    if actor.wikidata or actor.homepage:
        yield f"    references {actor.wikidata} {actor.homepage}".rstrip()
    if actor.given:
        yield f"    given by a person: {', '.join(sorted(actor.given))}"
    for what in ("claims", "shared", "possible", "about", "events", "members"):
        ids: Iterable[str] = getattr(actor, what)
        if ids:
            yield f"    {what}: {', '.join(ids)}"


def _claim(dossier: Dossier, claim: Claim) -> Iterator[str]:
    sheet, speaker = dossier.sheets[claim.place.article], claim.speaker
    who = f"“{sheet.words(speaker.span)}” " if speaker.span else ""
    actors = f": {', '.join(speaker.actors)}" if speaker.actors else ""
    given = ", given by a person" if speaker.given else ""
    yield f"  {claim.id}: {who}[{speaker.relation}{actors}{given}] {claim.stance}, {claim.kind}"
    for span in claim.content:
        yield f"    “{sheet.words(span)}”"
    if claim.about:
        yield f"    about {', '.join(claim.about)}"
    for correction in claim.corrections:
        yield f"    {correction.what} by a person: {correction.why}"
    if claim.when:
        yield f"    said {claim.when.edtf or claim.when.value}"
    for other in claim.repeats:
        yield f"    again in {other.place.article}, {other.place.sentence} ({other.anchor})"


def _event(dossier: Dossier, event: Event) -> str:
    when = event.when
    part = f" {when.part}" if when.part else ""
    day = "" if when.day_stated else " (day not stated)"
    whose = f", in {', '.join(event.claims)}" if event.claims else ""
    loaded = ", loaded" if event.loaded else ""
    words = dossier.words(event.place)
    again = "".join(f", again in {other.place.article}" for other in event.repeats)
    facts = f"{when.basis}{whose}{loaded}{again}"
    return f"  {when.edtf or 'open'}{part}{day} {event.id}: “{words}” {facts}"
