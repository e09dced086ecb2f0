"""The coding journal as tables in words: the sheets of a paper's appendix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from importlib.metadata import version

from maillage.graph.agreement import WHY_UNDEFINED
from maillage.graph.fields import choice_label
from maillage.graph.languages import Language
from maillage.graph.model import Actor
from maillage.graph.redaction import is_person
from maillage.graph.vocabulary import SECTOR_LABELS, Label, Sector
from maillage.graph.wording import fill, same, when
from maillage.ingest.coding.journal import RULE, Coded, Journal, Pair
from maillage.ingest.coding.words import (
    HEADINGS,
    METHOD,
    RULE_LABEL,
    TITLES,
    YES,
)
from maillage.ingest.lists.asked import shown_name

Value = str | int | float | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def appendix(found: Journal, language: Language, on: date) -> tuple[Table, ...]:
    """Every table, in the order in which a reader wants them."""
    return (
        method(found, language, on),
        agreement_table(found, language),
        *confusion_tables(found, language),
        disagreement_table(found, language),
        coding_table(found, language),
    )


def method(found: Journal, language: Language, on: date) -> Table:
    values: dict[str, str | int | Label] = {
        "variable": found.by.label,
        "coders": ", ".join(found.coders) or "–",
        "coded": len(found.actors),
        "disputed": len(found.disagreements),
        "unknown": SECTOR_LABELS[Sector.UNKNOWN],
        "version": version("maillage"),
        "revision": str(found.revision),
        "day": when(on.isoformat()),
    }
    rows = (
        (_text(name, language), fill(words, **values).text(language))
        for name, words in METHOD.values()
    )
    head = _text(TITLES["journal"], language), found.by.label.text(language)
    return Table(_text(TITLES["method"], language), head, tuple(rows))


def agreement_table(found: Journal, language: Language) -> Table:
    """Each two coders, then each coder beside the rule."""
    names = (
        "first", "second", "items", "observed", "expected", "kappa", "error", "low", "high",
        "undefined",
    )  # fmt: skip
    pairs = (*found.pairs, *found.against_the_rule)
    rows = tuple(_agreed(pair, language) for pair in pairs)
    return Table(_text(TITLES["agreement"], language), _heads(names, language), rows)


def confusion_tables(found: Journal, language: Language) -> Iterable[Table]:
    """Who chose what: one table for each two coders, the first of them in rows."""
    for pair in found.pairs:
        shown = [found.by.shown(value).text(language) for value in pair.agreement.categories]
        total = _text(HEADINGS["total"], language)
        columns = [sum(column) for column in zip(*pair.agreement.table, strict=True)]
        rows: list[Row] = [
            (name, *counts, sum(counts))
            for name, counts in zip(shown, pair.agreement.table, strict=True)
        ]
        rows.append((total, *columns, pair.agreement.items))
        corner = f"{_coder(pair.first, language)} ↓ {_coder(pair.second, language)} →"
        yield Table(_text(TITLES["confusion"], language), (corner, *shown, total), tuple(rows))


def disagreement_table(found: Journal, language: Language) -> Table:
    """Organisations that two coders code otherwise."""
    rows = tuple(
        (
            shown_id(coded.actor),
            shown_name(coded.actor).text(language),
            *(found.by.shown(coded.value_of(coder)).text(language) for coder in found.coders),
            *_rule_and_retained(found, coded, language),
        )
        for coded in found.disagreements
    )
    before, after = _heads(("id", "name"), language), _heads(_LAST, language)
    return Table(_text(TITLES["disagreements"], language), (*before, *found.coders, *after), rows)


def coding_table(found: Journal, language: Language) -> Table:
    """Every decision of every coder."""
    rows = tuple(
        (
            shown_id(coded.actor),
            shown_name(coded.actor).text(language),
            coder,
            found.by.shown(decision.value).text(language),
            decision.on.text if decision.on else "",
            decision.note,
            *_rule_and_retained(found, coded, language),
            YES.text(language) if coded.disputed else "",
        )
        for coded in found.actors
        for coder, decision in coded.decisions.items()
    )
    names = ("id", "name", "coder", "value", "on", "note", *_LAST, "disputed")
    return Table(_text(TITLES["codings"], language), _heads(names, language), rows)


def shown_id(actor: Actor) -> str:
    """None of a person: an id may be made of a name."""
    return "" if is_person(actor.attributes) else actor.id


_LAST = ("rule", "source", "retained")


def _agreed(pair: Pair, language: Language) -> Row:
    found = pair.agreement
    low, high = found.interval or (None, None)
    return (
        _coder(pair.first, language),
        _coder(pair.second, language),
        found.items,
        _number(found.observed),
        _number(found.expected),
        _number(found.kappa),
        found.standard_error,
        low,
        high,
        WHY_UNDEFINED[found.undefined].text(language) if found.undefined else "",
    )


def _rule_and_retained(found: Journal, coded: Coded, language: Language) -> tuple[str, ...]:
    source = choice_label(coded.rule_source or "") or same("")
    return (
        found.by.shown(coded.rule).text(language),
        source.text(language),
        found.by.shown(coded.retained).text(language),
    )


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _coder(name: str, language: Language) -> str:
    return RULE_LABEL.text(language) if name == RULE else name


def _heads(names: Sequence[str], language: Language) -> tuple[str, ...]:
    return tuple(_text(HEADINGS[name], language) for name in names)


def _text(words: tuple[str, str], language: Language) -> str:
    return fill(words).text(language)
