"""Every read-out of one small network in both languages, as a text that is kept and compared.

Run as a program it writes the text anew: read the difference before you commit it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from small_truth import MORNING, Evidence, row, tie
from told_store import told_store

from maillage.graph.dates import DateSpan
from maillage.graph.port import Store
from maillage.graph.readouts.article9 import article9, article9_of_all
from maillage.graph.readouts.changes import changes
from maillage.graph.readouts.comparison import compare
from maillage.graph.readouts.decloisonnement import decloisonnement
from maillage.graph.readouts.dependence import dependence
from maillage.graph.readouts.economy import economy
from maillage.graph.readouts.isolation import isolation
from maillage.graph.readouts.referentiel import referentiel
from maillage.graph.readouts.reliance import reliance
from maillage.graph.readouts.sharing import sharing
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.introductions import dismiss, introduce
from maillage.graph.readouts.suggestions.readout import suggestions
from maillage.graph.readouts.two_poles import two_poles
from maillage.graph.readouts.typology import typology
from maillage.graph.views import Lens

SNAPSHOT = Path(__file__).parents[1] / "data" / "readouts.txt"


def snapshot_evidence() -> Evidence:
    """Two poles that share a town; one has a complete list and a bridge of old, one does not."""
    told = Evidence()
    told.load(
        row("p", kind="pole", name="Pôle du Diois", departements=("26",), typology_adam="place",
            member_count=12, founded_year=2010, subsidy_share=45.0, year=2014),
        row("q", kind="pole", name="Pôle de Crest"),
        row("r", kind="pole", name="Pôle de Romans"),
        row("h", kind="ess_enterprise", name="SCIC Vercors", legal_sector="private", ess="yes",
            departement="26"),
        row("a", kind="ess_enterprise", name="Atelier", legal_sector="private", ess="yes",
            departement="26"),
        row("f", kind="enterprise", name="Menuiserie", legal_sector="private", ess="no"),
        row("v", kind="local_authority", name="Ville de Die", legal_sector="public",
            departement="26"),
        row("x", kind="other", name="Structure"),
        row("g", kind="employer_group", name="GEIQ", flags=("ge", "geiq"), pole="p", jobs=40),
    )  # fmt: skip
    told.load(
        tie("h", "p", "carrier", start="2010"),
        *(tie(member, "p", "membership", start="2011") for member in "afvx"),
        tie("a", "g", "employer_group", tier="means", start="2012"),
        tie("f", "g", "employer_group", tier="means", start="2012", attributes={"fte": 1.5}),
        list_="members",
        scope="p",
        complete="2014-09-19",
        seen="2014-09-19",
        by="p",
    )
    told.load(
        tie("h", "a", start="2011"), tie("h", "f"), tie("h", "v", start="2013"), tie("a", "v"),
        tie("v", "p", "financing", attributes={"amount_eur": 9000.0}),
        tie("v", "h", "shareholding", attributes={"share_pct": "18"}),
        tie("p", "r", start="2011", end="2012", status="ended"),
        tie("f", "q", "membership", status="planned"),
    )  # fmt: skip
    told.load(tie("h", "a", start="2011"), seen="2013", by="a")
    told.load(tie("h", "a", start="2011"), seen="2014", by="h")
    return told


def _readouts(store: Store) -> Iterator[Readout]:
    pole, network = Subject.pole_of(store, "p"), Subject.network_of(store)
    yield isolation(store)
    yield isolation(store, at="2011")
    yield from (reliance(pole), dependence(pole), decloisonnement(pole, ["sector"]))
    yield reliance(Subject.actor_of(store, "h"))
    yield from (reliance(network), dependence(network), decloisonnement(network, ["sector"]))
    yield article9(store, "p")
    yield article9(store, "q")
    yield article9_of_all(store)[0]
    yield referentiel(store, "p")
    yield from (economy(subject) for subject in (pole, Subject.pole_of(store, "q")))
    first, last = DateSpan.parse("2011"), DateSpan.parse("2014-06-01")
    for lens in (Lens(), Lens(pole="p")):
        measured = compare(store, lens, [first, last], by="sector").results
        yield changes(store, lens, first, last, measured)
    yield two_poles(store, "p", "q")
    yield from (typology(subject) for subject in (network, pole, Subject.pole_of(store, "q")))
    yield from (sharing(subject) for subject in (network, Subject.pole_of(store, "q")))
    yield from (suggestions(Subject.actor_of(store, id_)) for id_ in ("a", "x", "q"))
    yield suggestions(network)
    introduce(store, ("f", "r"), DateSpan.parse("2013"))
    introduce(store, ("h", "v"), DateSpan.parse("2012"))
    dismiss(store, ("a", "f"), now=MORNING)
    yield suggestions(network)


def snapshot_of(store: Store) -> str:
    lines: list[str] = []
    for found in _readouts(store):
        lines.append(f"== {found.name} {found.subject}".rstrip())
        for said in found.statements:
            head = " ".join(filter(None, (said.section, said.code, said.about, said.verdict)))
            lines += [head, f"  {said.sentence.fr}", f"  {said.sentence.en}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        told_store(Path(folder), snapshot_evidence()) as store,
    ):
        SNAPSHOT.write_text(snapshot_of(store), encoding="utf-8")


if __name__ == "__main__":
    main()
