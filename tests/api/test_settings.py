"""Settings: each is documented with its default, and checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maillage.api.running.settings import Settings, variables
from maillage.graph.errors import InvalidInput

DOCS = Path(__file__).parents[2] / "docs"
ROW = re.compile(r"^\| (`MAILLAGE_[A-Z0-9_`, ]+) \| (.*) \|$", re.M)
# Of every command, or of the tests.
OF_OTHERS = {
    "MAILLAGE_STORE", "MAILLAGE_NEO4J_USER", "MAILLAGE_NEO4J_PASSWORD", "MAILLAGE_TEST_NEO4J_URL"
}  # fmt: skip
PROVIDER = {
    "MAILLAGE_PUBLIC_URL": "https://maillage.example",
    "MAILLAGE_OIDC_ISSUER": "https://id.example",
    "MAILLAGE_OIDC_CLIENT_ID": "maillage",
    "MAILLAGE_OIDC_CLIENT_SECRET": "mlg_secret",
    "MAILLAGE_OIDC_ROLES": "*=reader",
}
ANY_TEXT = {
    "MAILLAGE_NAMES", "MAILLAGE_OIDC_CLIENT_ID", "MAILLAGE_OIDC_CLIENT_SECRET",
    "MAILLAGE_OIDC_ROLES_CLAIM", "MAILLAGE_OIDC_NAME_CLAIM",
}  # fmt: skip


@pytest.mark.parametrize("page", ["servers.md", "servers.fr.md"])
def test_the_table_names_every_setting_with_its_default(page: str) -> None:
    rows = {
        name: said
        for names, said in ROW.findall((DOCS / page).read_text(encoding="utf-8"))
        for name in re.findall("MAILLAGE_[A-Z0-9_]+", names)
    }
    assert set(rows) == {*OF_OTHERS, *variables()}
    for field in Settings.model_fields.values():
        if isinstance(field.default, int | float):
            assert rows[str(field.alias)].endswith(f"; {field.default:g}"), field.alias


@pytest.mark.parametrize("name", variables())
def test_examples_fit_and_what_does_not_is_named_without_its_value(name: str) -> None:
    (field,) = [one for one in Settings.model_fields.values() if one.alias == name]
    for example in field.examples or []:
        assert Settings.of_environment({**PROVIDER, name: str(example)}) != Settings()
    assert Settings.of_environment({name: ""}) == Settings()
    if name not in ANY_TEXT:
        with pytest.raises(InvalidInput) as said:
            Settings.of_environment({**PROVIDER, name: "mlg_secret"})
        assert name in said.value.text("fr")
        assert "mlg_secret" not in said.value.text("en")


@pytest.mark.parametrize("missing", sorted(PROVIDER.keys() - {"MAILLAGE_OIDC_ISSUER"}))
def test_a_provider_is_complete_or_refused(missing: str) -> None:
    with pytest.raises(InvalidInput) as said:
        Settings.of_environment({**PROVIDER, missing: ""})
    assert missing in said.value.text("fr")
    assert Settings.of_environment(PROVIDER).oidc


@pytest.mark.parametrize("wrong", ["x", "a=chief", "a=reader:pole", "=reader", "a=editor:p,b"])
def test_roles_that_do_not_exist_are_refused(wrong: str) -> None:
    with pytest.raises(InvalidInput):
        Settings.of_environment({**PROVIDER, "MAILLAGE_OIDC_ROLES": wrong})


def test_names_are_listed() -> None:
    assert Settings.of_environment({"MAILLAGE_NAMES": " a.example,, b.example "}).names == (
        "a.example",
        "b.example",
    )
