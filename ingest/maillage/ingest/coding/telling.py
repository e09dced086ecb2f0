"""The coding journal for another program: agreements, decisions, what was retained."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version

from maillage.ingest.coding.journal import RULE, Coded, Journal, Pair
from maillage.ingest.coding.tables import shown_id
from maillage.ingest.lists.asked import shown_name


def journal_data(found: Journal, store: str) -> dict[str, object]:
    """The journal and what it was made from; `store` is its address."""
    return {
        "by": found.by.name,
        "coders": list(found.coders),
        "agreements": [_pair_data(pair) for pair in found.pairs],
        "against_the_rule": [_pair_data(pair) for pair in found.against_the_rule],
        "disagreements": [shown_id(coded.actor) for coded in found.disagreements],
        "actors": [_coded_data(coded) for coded in found.actors],
        "provenance": {
            "version": version("maillage"),
            "store": store,
            "revision": found.revision,
            "generated_at": datetime.now(UTC).isoformat(timespec="seconds"),
        },
    }


def _pair_data(pair: Pair) -> dict[str, object]:
    told = pair.agreement
    return {
        "first": "rule" if pair.first == RULE else pair.first,
        "second": pair.second,
        "items": told.items,
        "observed": None if told.observed is None else float(told.observed),
        "expected": None if told.expected is None else float(told.expected),
        "kappa": None if told.kappa is None else float(told.kappa),
        "standard_error": told.standard_error,
        "interval": told.interval,
        "reason": told.undefined,
        "categories": told.categories,
        "table": told.table,
    }


def _coded_data(coded: Coded) -> dict[str, object]:
    return {
        "id": shown_id(coded.actor),
        "name": shown_name(coded.actor).fr,
        "decisions": {
            coder: {
                "value": decision.value,
                "on": decision.on.text if decision.on else None,
                "note": decision.note,
                "record": decision.record,
            }
            for coder, decision in coded.decisions.items()
        },
        "disputed": coded.disputed,
        "rule": coded.rule,
        "rule_source": coded.rule_source,
        "retained": coded.retained,
    }
