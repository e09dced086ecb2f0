"""What every store can do once it can read: show a view of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from maillage.graph.dates import DateSpan
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.ownership.stored import holdings_of
from maillage.graph.model import Tie
from maillage.graph.network import Network
from maillage.graph.paging import every
from maillage.graph.port import Reader, TieQuery
from maillage.graph.projection import Projection
from maillage.graph.views import Lens, network_of
from maillage.graph.vocabulary import HOLDING

# Ties read at a time.
PAGE = 1_000


class Viewing:
    """Mixed into stores."""

    def network(
        self: Reader,
        *,
        view: str = "cooperation",
        at: str | None = None,
        certain_dates: bool = False,
        pole: str | None = None,
        projection: Projection = "newman",
        weights: Mapping[str, float] | None = None,
        directed: bool = False,
    ) -> Network:
        """The network of a view (`docs/views.md`), with the account of what it leaves out."""
        lens = Lens(
            view=view,
            at=DateSpan.parse(at) if at else None,
            certain_dates=certain_dates,
            pole=self.actor(pole).id if pole else None,
            projection=projection,
            weights=weights or {},
            directed=directed,
        )
        return self.view(lens)

    def holdings(
        self: Reader,
        *,
        at: str | None = None,
        certain_dates: bool = False,
        pole: str | None = None,
    ) -> Holdings:
        """The view `ownership` as exact shares, with the votes that go with them."""
        network = self.network(view="ownership", at=at, certain_dates=certain_dates, pole=pole)
        return holdings_of(network, _shareholdings(self))

    def view(self: Reader, lens: Lens) -> Network:
        origin = {"store": self.url, "revision": str(self.revision())}
        return network_of(self.columns(), lens, origin)


def _shareholdings(reader: Reader) -> Iterator[Tie]:
    return every(lambda after: reader.ties(TieQuery(kinds=(HOLDING,), after=after, limit=PAGE)))
