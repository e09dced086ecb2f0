"""Errors as data: what is kept of them says the same, in either language."""

from __future__ import annotations

import pytest

from maillage.api.work.faults import Fault
from maillage.graph.errors import UnknownName
from maillage.graph.languages import LANGUAGES
from maillage.ingest.lists.registry import list_spec


def test_a_fault_that_was_kept_says_what_the_error_said() -> None:
    with pytest.raises(UnknownName) as raised:
        list_spec("nope")
    kept = Fault.model_validate_json(Fault.of(raised.value).model_dump_json()).error()
    assert kept is not None
    for language in LANGUAGES:
        assert kept.text(language) == raised.value.text(language)
