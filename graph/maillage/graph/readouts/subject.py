"""Of whom a read-out is: an actor, a pole with its members, or the whole network, at a date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from maillage.graph.arrays import GraphColumns
from maillage.graph.belonging import members_of
from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound
from maillage.graph.model import Actor, Figure, Tie
from maillage.graph.network import Network
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Reader, TieQuery
from maillage.graph.readouts.statement import MOST_EVIDENCE, Evidence, of_actors
from maillage.graph.redaction import HIDDEN_NAME, is_person
from maillage.graph.territories import departement
from maillage.graph.views import Lens, network_of
from maillage.graph.vocabulary import ACTOR_KINDS, Family, Label
from maillage.graph.wording import count, listed, same

Bools = NDArray[np.bool_]
Rows = NDArray[np.int64]
Scope = Literal["actor", "pole", "network"]
Word = TypeVar("Word", bound=str)

PAGE = 5_000
# Asked one by one up to here; beyond, all are read, unless these are a small part of all.
FEW, SMALL_PART = 100, 20
MOST_NAMES = 4
OTHERS = ("{n} autre", "{n} autres", "{n} other", "{n} others")


@dataclass(frozen=True, eq=False)
class Subject:
    """One actor or pole, or all of a store. Rows are those of the graph's columns."""

    reader: Reader
    scope: Scope = "network"
    id: str = ""
    at: DateSpan | None = None
    _ties: dict[str, Tie] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def network_of(cls, reader: Reader, at: str | None = None) -> Subject:
        return cls(reader, at=_date(at))

    @classmethod
    def pole_of(cls, reader: Reader, pole: str, at: str | None = None) -> Subject:
        """`NotFound` if there is no such pole."""
        try:
            actor = reader.actor(pole)
        except NotFound:
            raise NotFound("not_found", what="pole", id=pole) from None
        if actor.kind != "pole":
            raise NotFound("not_found", what="pole", id=pole)
        return cls(reader, "pole", actor.id, _date(at))

    @classmethod
    def actor_of(cls, reader: Reader, id: str, at: str | None = None) -> Subject:
        """A pole is read as a pole."""
        actor = reader.actor(id)
        return cls(reader, "pole" if actor.kind == "pole" else "actor", actor.id, _date(at))

    @classmethod
    def pole_or_all(cls, reader: Reader, pole: str | None, at: str | None = None) -> Subject:
        """The pole that is named, if one is; else the whole network."""
        return cls.pole_of(reader, pole, at) if pole else cls.network_of(reader, at)

    @classmethod
    def actor_or_all(cls, reader: Reader, id: str | None, at: str | None = None) -> Subject:
        """The actor that is named, if one is; else the whole network."""
        return cls.actor_of(reader, id, at) if id else cls.network_of(reader, at)

    def pole(self, id: str) -> Subject:
        """One pole of the same network: what was read is read once."""
        return self._sharing(Subject(self.reader, "pole", id, self.at), self.alive)

    @cached_property
    def whole(self) -> Subject:
        """The network that it is part of."""
        return self._sharing(Subject(self.reader, at=self.at), self.alive)

    def without(self, lines: Rows) -> Subject:
        """The same, as if these ties were over."""
        alive = self.alive.copy()
        alive[lines] = False
        return self._sharing(Subject(self.reader, self.scope, self.id, self.at), alive)

    def _sharing(self, found: Subject, alive: Bools) -> Subject:
        found.__dict__.update(
            graph=self.graph,
            rows=self.rows,
            gatherings=self.gatherings,
            gatherings_of=self.gatherings_of,
            alive=alive,
            _ties=self._ties,
        )
        return found

    def then(self, at: str) -> Subject:
        """The same at another date."""
        found = Subject(self.reader, self.scope, self.id, DateSpan.parse(at))
        found.__dict__.update(
            graph=self.graph, rows=self.rows, gatherings=self.gatherings, _ties=self._ties
        )
        return found

    # ------------------------------------------------------------------ who

    @cached_property
    def graph(self) -> GraphColumns:
        return self.reader.columns()

    @cached_property
    def rows(self) -> Mapping[str, int]:
        return {id_: row for row, id_ in enumerate(self.graph.actors.ids)}

    @cached_property
    def row(self) -> int:
        return self.rows[self.id]

    @cached_property
    def actor(self) -> Actor:
        return self.reader.actor(self.id)

    def figures_of(self, actor: Actor, field: str) -> list[Figure]:
        """By year, those of no year last; at a date, none of a later year."""
        told = [figure for figure in actor.figures if figure.field == field]
        if self.at:
            last = self.at.latest.year
            told = [figure for figure in told if figure.year is None or figure.year <= last]
        return sorted(told, key=lambda figure: (figure.year is None, figure.year or 0))

    @cached_property
    def gatherings(self) -> Bools:
        return np.array([ACTOR_KINDS[kind].gathering for kind in self.graph.actors.kinds], np.bool_)

    @property
    def pole_rows(self) -> list[int]:
        """Every pole of the network."""
        rows: list[int] = np.flatnonzero(self.graph.actors.poles).tolist()
        return rows

    @cached_property
    def members(self) -> Bools:
        """Of a pole those that belong to it; of the network everybody; of an actor itself."""
        n = len(self.graph.actors.ids)
        if self.scope == "network":
            return np.ones(n, np.bool_)
        if self.scope == "pole":
            return members_of(self.graph, self.row, self.at)
        alone = np.zeros(n, np.bool_)
        alone[self.row] = True
        return alone

    @cached_property
    def inside(self) -> Bools:
        """The members, the pole itself, and the gatherings that are said to be of it."""
        inside = self.members.copy()
        if self.scope == "pole":
            inside[self.gatherings_of.get(self.id, [])] = True
            inside[self.row] = True
        return inside

    @cached_property
    def gatherings_of(self) -> Mapping[str, Sequence[int]]:
        """The gatherings that are said to be of each pole."""
        found: dict[str, list[int]] = defaultdict(list)
        for row in np.flatnonzero(self.gatherings).tolist():
            said = self.graph.actors.attributes[row].get("pole")
            if isinstance(said, str):
                found[said].append(row)
        return found

    def name(self, row: int) -> Label:
        """As readers may see it: a sole trader is a person, whose name is not shown."""
        actors = self.graph.actors
        if is_person(actors.attributes[row]):
            return HIDDEN_NAME
        return same(actors.names[row])

    def names(self, rows: Iterable[int]) -> list[Label]:
        return [self.name(row) for row in rows]

    def some(self, rows: Sequence[int], most: int = MOST_NAMES) -> Label:
        """« A, B, C et 12 autres »: the others are in the evidence."""
        shown = self.names(rows[:most])
        if len(rows) > most:
            shown.append(count(OTHERS, len(rows) - most))
        return listed(shown)

    def ids(self, rows: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.graph.actors.ids[row] for row in rows)

    def departements(self, row: int) -> set[str]:
        """Codes of those that are known of an actor; a pole may have several."""
        attributes = self.graph.actors.attributes[row]
        several = attributes.get("departements")
        said = [attributes.get("departement"), *(several if isinstance(several, tuple) else ())]
        known = [departement(str(text)) for text in said if text]
        return {found.code for found in known if found}

    def family(self, row: int) -> Family:
        return ACTOR_KINDS[self.graph.actors.kinds[row]].family

    # ------------------------------------------------------------------ ties

    @cached_property
    def concerned(self) -> Bools:
        """Every tie of the subject, planned and ended ones too: of a pole those that touch it,
        and those within."""
        ties = self.graph.ties
        if self.scope == "network":
            return np.ones(len(ties.ids), np.bool_)
        touching = (ties.source == self.row) | (ties.target == self.row)
        if self.scope == "pole":
            touching |= self.inside[ties.source] & self.inside[ties.target]
        found: Bools = touching
        return found

    @cached_property
    def alive(self) -> Bools:
        """Ties neither planned nor over, of anybody."""
        ties = self.graph.ties
        alive: Bools = ~ties.planned & ~ties.over(self.at)
        return alive

    @cached_property
    def ended(self) -> Bools:
        """Ties that are over, of anybody; one that begins after the date asked is not."""
        ties = self.graph.ties
        ended: Bools = ~ties.planned & ties.over(self.at)
        if self.at is not None:
            ended &= ties.start_min <= self.at.latest.toordinal()
        return ended

    @cached_property
    def lines(self) -> Rows:
        """Those of the subject that are alive."""
        return np.flatnonzero(self.concerned & self.alive)

    @cached_property
    def own_lines(self) -> Rows:
        """Those alive that touch the pole or actor itself."""
        ties = self.graph.ties
        touching = (ties.source == self.row) | (ties.target == self.row)
        return np.flatnonzero(touching & self.alive)

    def partners(self, lines: Iterable[int]) -> dict[int, list[int]]:
        """The other ends of ties that touch the pole or actor itself, with those ties."""
        found: dict[int, list[int]] = {}
        for line in lines:
            found.setdefault(self.other_end(int(line)), []).append(int(line))
        found.pop(self.row, None)
        return found

    def other_end(self, line: int) -> int:
        """The end of a tie that is not the pole or actor itself."""
        ties = self.graph.ties
        source, target = int(ties.source[line]), int(ties.target[line])
        return target if source == self.row else source

    def tie(self, line: int) -> Tie:
        (found,) = self.ties([line])
        return found

    def ties(self, lines: Iterable[int]) -> list[Tie]:
        """In full, with their records and dates; read once."""
        ids = [self.graph.ties.ids[line] for line in lines]
        wanted = [id_ for id_ in ids if id_ not in self._ties]
        if len(wanted) > max(FEW, len(self.graph.ties.ids) // SMALL_PART):
            self._ties.update({tie.id: tie for tie in every_tie(self.reader)})
        else:
            self._ties.update({id_: self.reader.tie(id_) for id_ in wanted})
        return [self._ties[id_] for id_ in ids]

    def evidence(self, lines: Iterable[int] = (), actors: Iterable[int] = ()) -> Evidence:
        """Ties with their records, and actors."""
        chosen = [int(line) for line in lines]
        listed = chosen[:MOST_EVIDENCE]
        ties = self.ties(listed)
        records = dict.fromkeys(record for tie in ties for record in tie.records)
        return replace(
            of_actors(self.ids(actors)),
            ties=tuple(tie.id for tie in ties),
            records=tuple(records),
            more=len(chosen) - len(listed),
        )

    # ------------------------------------------------------------------ views

    def view(self, view: str) -> Network:
        """The view of the members of a pole; of everybody otherwise."""
        pole = self.id if self.scope == "pole" else None
        return network_of(self.graph, Lens(view=view, at=self.at, pole=pole), self._origin)

    @cached_property
    def _origin(self) -> dict[str, str]:
        return {"store": self.reader.url, "revision": str(self.reader.revision())}


def every_tie(reader: Reader) -> Iterator[Tie]:
    return every(lambda after: reader.ties(TieQuery(after=after, limit=PAGE)))


def poles_of_store(reader: Reader) -> list[Actor]:
    """Every pole, in the order of ids."""
    query = ("pole",)
    return list(
        every(lambda after: reader.actors(ActorQuery(kinds=query, after=after, limit=PAGE)))
    )


def ranked(values: Iterable[Word], order: Iterable[Word]) -> dict[Word, int]:
    """How many of each, the most frequent first; equals in the order given."""
    counts = Counter(values)
    place = {value: number for number, value in enumerate(order)}
    return dict(sorted(counts.items(), key=lambda item: (-item[1], place[item[0]])))


def year_of(day: int) -> int | None:
    """Of a day number of the columns; None if it is not known or stands for an open side, which
    is the first or the last day that there is."""
    known = date.min.toordinal() < day < date.max.toordinal()
    return date.fromordinal(day).year if known else None


def years_of(days: Iterable[int], last: int) -> list[int]:
    """The known years of day numbers up to `last`, each once, in order."""
    found = (year_of(day) for day in days if day <= last)
    return sorted({year for year in found if year is not None})


def in_year(year: int) -> str:
    """The text of a date: the whole year."""
    return f"{year:04d}"


def _date(text: str | None) -> DateSpan | None:
    return DateSpan.parse(text) if text else None
