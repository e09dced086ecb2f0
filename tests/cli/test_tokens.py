"""`maillage token`: told once, alone on stdout; listed without its secret; revoked."""

from __future__ import annotations

from pathlib import Path

from commands import maillage


def test_from_adding_to_revoking(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 's.db'}"
    added = maillage("token", "add", "anne", "--role", "editor", "--store", store)
    assert added.code == 0, added.err
    secret = added.out.strip()
    assert secret.startswith("mlg_")
    assert added.out == secret + "\n"
    assert "ne sera plus montré" in added.err
    listed = maillage("token", "list", "--store", store, "--format", "json")
    assert [(one["name"], one["role"], one["pole"]) for one in listed.json] == [
        ("anne", "editor", None)
    ]
    assert "digest" not in listed.out
    assert "sans fin" in maillage("token", "list", "--store", store).out
    revoked = maillage("token", "revoke", "anne", "--store", store, "--lang", "en")
    assert "Token revoked: anne." in revoked.err
    assert maillage("token", "list", "--store", store, "--format", "json").json == []
    again = maillage("token", "revoke", "anne", "--store", store)
    assert again.code == 1
    assert "Traceback" not in again.err


def test_what_makes_no_sense_is_said(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 's.db'}"
    maillage("token", "add", "anne", "--role", "reader", "--store", store)
    for options, said in (
        (("anne", "--role", "reader"), "retirez-le d’abord"),
        (("bob", "--role", "reader", "--expires", "2001"), "est passé"),
        (("bob", "--role", "reader", "--expires", "demain"), "date"),
        (("bob", "--role", "editor", "--pole", "nulle-part"), "nulle-part"),
    ):
        ran = maillage("token", "add", *options, "--store", store)
        assert (ran.code, ran.out) == (1, "")
        assert said in ran.err
