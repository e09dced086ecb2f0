"""Ownership to read: one line for each firm, then what is odd in who holds what; or what one holder
has of each firm."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import cast

import click
import numpy as np

from maillage.cli.output import number, print_table
from maillage.cli.result_lines import wrapped
from maillage.cli.settings import Settings
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.result import Result, plain
from maillage.graph.vocabulary import SECTOR_LABELS, Sector

MOST_LINES = 50
Names = Mapping[str, str]
Found = Mapping[str, object]


def print_firms(settings: Settings, holdings: Holdings, results: Sequence[Result]) -> None:
    found, names = _found(results), _names(holdings)
    screen = shutil.get_terminal_size().columns
    by_votes, by_capital = (
        _deciders(_map(found, f"{name} strict_50"))
        for name in ("control_by_votes", "control_majority")
    )
    for number_of in holdings.firms[:MOST_LINES]:
        firm = holdings.ids[number_of]
        what = _by_what(settings, holdings, firm)
        deciding = (
            _listed(deciders.get(firm, []), names) or settings.text("personne seul", "nobody alone")
            for deciders in (by_votes, by_capital)
        )
        click.echo(names[firm])
        for parts in (_capital(settings, firm, found), _control(settings, what, *deciding)):
            for line in wrapped(parts, screen):
                click.echo(line)
    _say_more(settings, len(holdings.firms))
    for line in islice(_oddities(settings, holdings, found), MOST_LINES):
        click.echo(line)


def print_owner(
    settings: Settings, holdings: Holdings, owner: str, results: Sequence[Result]
) -> None:
    """The firms that a holder has a part of, the greatest first."""
    found, names = _found(results), _names(holdings)
    headings = (
        ("société", "détient", "par toutes les voies", "décide", "d’après")
        if settings.lang == "fr"
        else ("firm", "holds", "by all routes", "decides", "by")
    )
    held = _held_by(holdings, owner, found)
    if not held:
        who = names[owner]
        click.echo(settings.text(f"{who} ne détient rien de connu.", f"{who} holds nothing known."))
        return
    won = cast("list[str]", _map(found, "control_by_votes strict_50").get(owner, []))
    yes = settings.text("oui", "yes")
    rows = [
        (
            names[firm],
            _percent(settings, direct) if direct else "–",
            "–" if routes is None else _percent(settings, routes),
            yes if firm in won else "–",
            _by_what(settings, holdings, firm),
        )
        for firm, direct, routes in held[:MOST_LINES]
    ]
    print_table(settings, headings, rows)
    _say_more(settings, len(held))


def _held_by(holdings: Holdings, owner: str, found: Found) -> list[tuple[str, float, float | None]]:
    """(firm, direct share, share by all routes), the greatest first; no routes out of a closed
    ring."""
    number_of = holdings.index[owner]
    direct = {
        holdings.ids[int(holdings.owned[line])]: float(holdings.weight[line])
        for line in np.flatnonzero(holdings.owner == number_of)
    }
    row = found.get("integrated_ownership uncorrected")
    if row is None:
        return [(firm, share, None) for firm, share in sorted(direct.items(), key=_greatest)]
    table = cast("Mapping[str, list[list[float]]]", row)
    routes = dict(zip(holdings.ids, table["matrix"][0], strict=True))
    held = sorted(((firm, part) for firm, part in routes.items() if part > 0), key=_greatest)
    return [(firm, direct.get(firm, 0.0), part) for firm, part in held]


def _greatest(pair: tuple[str, float]) -> tuple[float, str]:
    return -pair[1], pair[0]


def _found(results: Sequence[Result]) -> Found:
    return {
        f"{each.measure} {each.variant}".strip(): plain(each.value)
        for each in results
        if each.value is not None
    }


def _names(holdings: Holdings) -> Names:
    return dict(zip(holdings.ids, holdings.names or holdings.ids, strict=True))


def _say_more(settings: Settings, lines: int) -> None:
    if lines > MOST_LINES:
        count = number(lines - MOST_LINES, settings.lang)
        settings.say(
            f"… et {count} autres\u202f: «\u202f--format csv\u202f» les dit toutes.",
            f"… and {count} more: “--format csv” tells them all.",
        )


def _capital(settings: Settings, firm: str, found: Found) -> Iterator[str]:
    """How much of a firm is known to be whose, and whose it is in the end."""
    known = _percent(settings, cast(float, _map(found, "direct_total_known")[firm]))
    yield settings.text(f"capital connu\u202f: {known}", f"known capital: {known}")
    traced = cast("Mapping[str, float] | None", _map(found, "lookthrough_by_kind roots").get(firm))
    first, *others = _kinds(settings, traced or {}) or [settings.text("sans valeur", "no value")]
    yield settings.text(f"en fin de compte\u202f: {first}", f"in the end: {first}")
    yield from others


def _control(settings: Settings, what: str, by_votes: str, by_capital: str) -> Iterator[str]:
    """Who decides by votes; and by capital, where that is somebody else."""
    yield settings.text(
        f"décide\u202f: {by_votes} (d’après {what})", f"decides: {by_votes} (by {what})"
    )
    if by_votes != by_capital:
        yield settings.text(
            f"si toute part du capital votait\u202f: {by_capital}",
            f"if all capital voted: {by_capital}",
        )


def _by_what(settings: Settings, holdings: Holdings, firm: str) -> str:
    """What tells who decides: votes, or capital where none are told."""
    if holdings.index[firm] in holdings.voted:
        return settings.text("les voix", "votes")
    return settings.text("le capital", "capital")


def _deciders(controlled: Mapping[str, object]) -> dict[str, list[str]]:
    """Who controls each firm, at the head of the chain."""
    below = {holder: set(cast("list[str]", firms)) for holder, firms in controlled.items()}
    found: dict[str, list[str]] = {}
    for holder, firms in below.items():
        for firm in firms:
            found.setdefault(firm, []).append(holder)
    return {
        firm: [one for one in holders if not any(one in below[other] for other in holders)]
        for firm, holders in found.items()
    }


def _oddities(settings: Settings, holdings: Holdings, found: Found) -> Iterator[str]:
    """Crossed holdings beyond the law, rings, firms shared by halves, minorities, own shares."""
    names = _names(holdings)

    def percent(part: float) -> str:
        return _percent(settings, part)

    crossed = found.get("reciprocal_holdings above_10_pct", [])
    for left, right, there, back in cast("list[tuple[str, str, float, float]]", crossed):
        pair = f"{names[left]} ({percent(there)}) ↔ {names[right]} ({percent(back)})"
        yield settings.text(
            "Participations réciproques au-delà de 10\u202f% (Code de commerce, L233-29 à "
            f"31)\u202f: {pair}",
            f"Reciprocal holdings above 10% (Code de commerce, L233-29 to 31): {pair}",
        )
    for ring in cast("list[list[str]]", found.get("circular_groups", [])):
        if len(ring) > 1:
            firms = _listed(ring, names)
            yield settings.text(
                f"Anneau de détention\u202f: {firms}", f"Ring of ownership: {firms}"
            )
    for firm, holders in _map(found, "joint_control").items():
        both = _listed(cast("list[str]", holders), names)
        yield settings.text(
            f"Contrôle conjoint\u202f: {names[firm]}, à parts égales entre {both}",
            f"Joint control: {names[firm]}, by halves between {both}",
        )
    for firm, blocking in _map(found, "blocking_minority").items():
        parts = cast("Mapping[str, float]", blocking).items()
        of_what = settings.text("des voix", "of the votes")
        if holdings.index[firm] not in holdings.voted:
            of_what += settings.text(", d’après le capital", ", by capital")
        who = ", ".join(f"{names[holder]} ({percent(part)} {of_what})" for holder, part in parts)
        yield settings.text(
            f"Minorité de blocage dans {names[firm]}\u202f: {who}",
            f"Blocking minority in {names[firm]}: {who}",
        )
    for firm, own in _map(found, "own_shares").items():
        parts_of_itself = cast("Mapping[str, float]", own)
        part = percent(sum(parts_of_itself.values()))
        yield settings.text(
            f"Autodétention\u202f: {names[firm]} tient {part} d’elle-même, seule ou par celles "
            "qu’elle contrôle",
            f"Own shares: {names[firm]} holds {part} of itself, alone or through those it controls",
        )


def _map(found: Found, name: str) -> Mapping[str, object]:
    return cast("Mapping[str, object]", found.get(name, {}))


def _kinds(settings: Settings, parts: Mapping[str, float]) -> list[str]:
    ordered = sorted(parts.items(), key=lambda item: (item[0] == Sector.UNKNOWN, -item[1]))
    return [
        f"{_kind(settings, kind)} {_percent(settings, part)}" for kind, part in ordered if part > 0
    ]


def _kind(settings: Settings, kind: str) -> str:
    if kind in tuple(Sector):
        return SECTOR_LABELS[Sector(kind)].text(settings.lang)
    return kind


def _listed(ids: Iterable[str], names: Names) -> str:
    return ", ".join(names[node] for node in ids)


def _percent(settings: Settings, part: float) -> str:
    value = number(round(100.0 * part, 1), settings.lang)
    return settings.text(f"{value}\u202f%", f"{value}%")
