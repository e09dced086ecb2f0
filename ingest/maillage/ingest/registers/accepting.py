"""Proposals that somebody accepted: records declared by the register, one import of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2s, sha256

from maillage.graph import ledger
from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, Import, Record, Ref, TieClaim, Value
from maillage.graph.planning import Outcome
from maillage.graph.port import Store
from maillage.graph.vocabulary import Label
from maillage.ingest.lists.drafts import kept
from maillage.ingest.registers.companies import Director
from maillage.ingest.registers.proposals import NAME, Offer, Proposal

# The list that imports of accepted proposals are of.
REGISTERS_LIST = "registers"
REGISTERS_LABEL = Label("registres publics", "public registers")


def accept(store: Store, proposals: Sequence[Proposal], author: str) -> tuple[Import, Outcome]:
    """Write what is proposed; the import that takes it back. The same again changes nothing."""
    said = [part for proposal in proposals for part in _parts(proposal)]
    digest = sha256(repr(said).encode())
    id_ = "i-" + blake2s(digest.digest(), digest_size=8).hexdigest()
    records = [_record(id_, line, part) for line, part in enumerate(said, start=1)]
    names = ", ".join(proposal.actor.name for proposal in proposals[:3])
    item = Import(
        id=id_,
        sha256=digest.hexdigest(),
        title=f"Registres publics\u202f: {names}{'…' if len(proposals) > 3 else ''}",
        list=REGISTERS_LIST,
        loaded_at=datetime.now(UTC),
        author=author,
        rows=len(records),
    )
    return item, ledger.add(store, item, records)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one register says of one actor."""

    actor: str
    source: str
    as_of: str
    offers: tuple[Offer, ...]
    directors: tuple[Director, ...]


def _parts(proposal: Proposal) -> Iterator[_Part]:
    sources = dict.fromkeys((offer.source, offer.as_of) for offer in proposal.offers)
    if proposal.directors:
        sources[proposal.directors_source] = None
    for source, as_of in sources:
        own = (source, as_of) == proposal.directors_source
        offers = tuple(one for one in proposal.offers if (one.source, one.as_of) == (source, as_of))
        directors = proposal.directors if own else ()
        yield _Part(proposal.actor.id, source, as_of, offers, directors)


def _record(import_id: str, line: int, part: _Part) -> Record:
    values: dict[str, Value] = {offer.field: offer.value for offer in part.offers}
    siren, rna = values.pop("siren", None), values.pop("rna", None)
    return Record(
        id=f"{import_id}:0:{line}",
        import_id=import_id,
        line=line,
        source=part.source,
        # What is read in a name is nobody's word: anybody's stands before it.
        voice="statement" if part.source == NAME else "registry",
        observed_on=DateSpan.parse(part.as_of) if part.as_of else None,
        cells={offer.field: _text(offer.value) for offer in part.offers} | _seats(part.directors),
        actors=(
            ActorClaim(
                ref=Ref(
                    ids=(part.actor,),
                    siren=str(siren) if siren else None,
                    rna=str(rna) if rna else None,
                ),
                attributes=values,
            ),
        ),
        ties=tuple(_seat(director, part.actor) for director in part.directors),
    )


def _seat(director: Director, actor: str) -> TieClaim:
    return TieClaim(
        source=Ref(siren=director.siren, name=director.name or None),
        target=Ref(ids=(actor,)),
        kind="governance",
        attributes=kept(role=director.role),
    )


def _seats(directors: Iterable[Director]) -> dict[str, str]:
    said = [f"{one.name} ({one.siren}), {one.role}" for one in directors]
    return {"directors": "|".join(said)} if said else {}


def _text(value: Value) -> str:
    return "|".join(value) if isinstance(value, tuple) else str(value)
