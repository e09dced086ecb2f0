"""One sole trader, whose name stands in every free text that a store can hold: whoever may only
read finds it nowhere, whatever she asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from named_everywhere import (
    NAME,
    OTHER_WAY,
    PERSON,
    POLE,
    SIREN,
    SLUG,
    TELLING,
    load_named_everywhere,
    unpacked,
)

from maillage.api.access.tokens import ROLE_NAMES, Role, Tokens
from maillage.api.app import create_app
from maillage.api.deps import API
from maillage.graph.edits import Saying, answer
from maillage.graph.folding import fold
from maillage.graph.port import TieQuery
from maillage.graph.stores import open_store
from maillage.graph.vocabulary import SOLE_TRADER
from maillage.ingest.formats.registry import FORMATS

HERE = "http://127.0.0.1"


class Server(NamedTuple):
    client: TestClient
    secrets: Mapping[Role, str]
    # The address of an answer for each route that can be read.
    asked: Mapping[str, tuple[str, ...]]

    def get(self, address: str, role: Role = Role.READER) -> Response:
        own = {"Authorization": f"Bearer {self.secrets[role]}"}
        return self.client.get(address, headers=own)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    url = f"sqlite:///{tmp_path_factory.mktemp('persons') / 's.db'}"
    store = open_store(url)
    load_named_everywhere(store)
    (hers,) = store.ties(TieQuery(actor=PERSON, kinds=("membership",))).items
    # The title of this act names her.
    answer(store, hers.id, Saying(act="confirm", by=PERSON, author="anne"))
    firm = next(id_ for id_ in store.columns().actors.ids if id_.startswith("atelier"))
    tokens = Tokens(store)
    secrets = {Role.of(name): tokens.add(name, name) for name in ROLE_NAMES}
    store.close()
    with TestClient(create_app(url), base_url=HERE, follow_redirects=False) as client:
        bare = Server(client, secrets, {})
        view = save_view(bare, firm)
        introduce(bare, firm)
        shown = [one["actor"]["id"] for one in bare.get(f"{API}/actors").json()["items"]]
        yield Server(client, secrets, addresses(shown, hers.id, view))


def save_view(server: Server, firm: str) -> str:
    own = {"Authorization": f"Bearer {server.secrets[Role.EDITOR]}"}
    step = {"title": NAME, "text": f"chez {OTHER_WAY}", "address": f"actor={PERSON}&ego={firm}"}
    made = server.client.post(f"{API}/views", json={**step, "steps": [step]}, headers=own)
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def introduce(server: Server, firm: str) -> None:
    own = {"Authorization": f"Bearer {server.secrets[Role.EDITOR]}"}
    told = server.client.post(
        f"{API}/suggestions/{firm}~n2/introduced", json={"on": "2014-01-01"}, headers=own
    )
    assert told.status_code == 200, told.text


def addresses(shown: list[str], tie: str, view: str) -> Mapping[str, tuple[str, ...]]:
    """What is asked of each route: all that a reader can find out about, by the ids she is told."""
    hidden = [id_ for id_ in shown if re.match("(ei|a)-[0-9a-f]{16}$", id_)]
    assert len(hidden) == 2, shown
    each = [*shown, PERSON, f"siren-{SIREN}"]
    # Numbers and words that lead nowhere are answered too: with a sentence.
    searches = (NAME, SLUG, "unteldupont", "atelier", "val", "pol")
    told: dict[str, tuple[str, ...]] = {
        "/actors": ("", *(f"?q={text}" for text in searches), "?kind=pole", f"?pole={POLE}"),
        "/actors/{id}": tuple(f"/{id_}" for id_ in each),
        "/actors/{id}/ties": tuple(f"/{id_}/ties" for id_ in each),
        "/actors/{id}/ego": tuple(f"/{id_}/ego?steps=2" for id_ in each),
        "/search": tuple(f"?q={text}" for text in searches),
        "/paths": tuple(f"?from={id_}&to=n1" for id_ in each),
        "/poles/{id}": (f"/{POLE}", "/val", "/nobody"),
        "/ties": ("", *(f"?actor={id_}" for id_ in each)),
        "/ties/{id}": (f"/{tie}",),
        "/measures/{name}": tuple(
            f"/{name}?by={by}&view={view}"
            for name, by, view in (
                ("betweenness", "sector", "cooperation"), ("ei_network", "activity", "direct"),
                ("ei_network", "departement", "cooperation"), ("ei_network", "web", "direct"),
                ("articulation_points", "pole", "affiliation"), ("nobody", "nobody", "nobody"),
            )
        ),
        "/compare": ("?from=2012&to=2014", "?from=2012&to=x"),
        "/compare/changes": ("?from=2012&to=2014", f"?from=2012&to=2014&pole={POLE}"),
        "/compare/poles": (f"?pole={POLE}&with=other-pole", f"?pole={POLE}&with=val"),
        "/export/{format}": tuple(
            f"/{name}{more}" for name in (*FORMATS, "x") for more in ("", "?anonymise=true")
        ),
        "/ownership": ("", "?name=nobody"),
        "/ownership/{id}": tuple(f"/{id_}" for id_ in each),
        "/reliance": ("?permutations=19&by=region&by=activity", f"?permutations=19&pole={POLE}",
                      *(f"?actor={id_}" for id_ in each)),
        "/article9": ("", f"?pole={POLE}", "?pole=val"),
        "/referentiel/{pole}": (f"/{POLE}", "/val"),
        "/economy": (f"?pole={POLE}", "?pole=pol"),
        "/sharing": ("", *(f"?whom={id_}" for id_ in each)),
        "/typology": ("", f"?pole={POLE}"),
        "/suggestions": ("",),
        "/suggestions/{id}": tuple(f"/{id_}" for id_ in each),
        "/scene": ("?as=all", "?as=auto", "?as=poles&at=2014", "?form=bytes"),
        "/maps/network.html": ("", f"?pole={POLE}", *(f"?ego={id_}" for id_ in each)),
        "/reports": ("", "?lang=en"),
        "/reports/{pole}": (f"/{POLE}", f"/{POLE}?lang=en"),
        "/imports/{id}": ("/i-list", "/nobody"),
        "/imports/{id}/report.xlsx": ("/i-list/report.xlsx",),
        "/jobs/{id}": ("/nobody",),
        "/jobs/{id}/events": ("/nobody/events",),
        "/templates/{name}": ("/actors",),
        "/views/{id}": (f"/{view}",),
    }  # fmt: skip
    plain = ("/health", "/me", "/poles", "/poles/graph", "/measures", "/isolation", "/imports",
             "/imports/lists", "/jobs", "/review", "/scene/ties", "/views", "/tokens",
             "/metrics")  # fmt: skip
    return {**told, **dict.fromkeys(plain, ("",))}


def readable() -> list[str]:
    paths = create_app("sqlite:///unused.db").openapi()["paths"]
    return [path.removeprefix(API) for path, methods in paths.items() if "get" in methods]


def assert_unnamed(answer: Response, asked: str = "") -> None:
    """Neither as text nor in an id or a file name. Words that were asked for may be said back, in
    a sentence that they lead nowhere."""
    told = f"{unpacked(answer.content)} {answer.headers}"
    if answer.status_code >= 400:
        for word in filter(None, re.split("[/?=&]", asked)):
            told = told.replace(word, "")
    for part in TELLING:
        assert part not in fold(told), (str(answer.url), around(told, part))


def around(text: str, part: str) -> str:
    place = text.casefold().find(part)
    return text[max(place - 200, 0) : place + 100]


def test_every_route_is_asked(server: Server) -> None:
    """One that is added is asked too, or this fails."""
    assert set(server.asked) == set(readable())


@pytest.mark.parametrize("path", readable())
def test_readers_find_her_name_nowhere(server: Server, path: str) -> None:
    for address in server.asked[path]:
        answer = server.get(f"{API}{path.partition('/{')[0]}{address}")
        assert answer.status_code < 500, answer.text
        assert_unnamed(answer, address)


@pytest.mark.parametrize("address", ["/", "/login", "/docs", "/openapi.json"])
def test_no_page_names_her(server: Server, address: str) -> None:
    assert_unnamed(server.get(address))


def test_no_picture_or_figure_names_her(server: Server) -> None:
    own = {"Authorization": f"Bearer {server.secrets[Role.READER]}"}
    drawn = server.client.post(f"{API}/pictures", json={"format": "svg"}, headers=own)
    asked = {"names": ["betweenness", "ei_network"], "by": "sector", "permutations": 0}
    told = server.client.post(f"{API}/measures", json=asked, headers=own)
    assert (drawn.status_code, told.status_code) == (200, 200)
    assert_unnamed(drawn)
    assert_unnamed(told)


def test_no_file_to_send_on_names_her_whoever_asks(server: Server) -> None:
    """An editor asks by the ids and in the words that she sees."""
    own = {"Authorization": f"Bearer {server.secrets[Role.EDITOR]}"}
    maps = f"{API}/maps/network.html"
    seen = server.get(f"{API}/scene", Role.EDITOR).json()
    assert PERSON in seen["nodes"]["id"]
    words = {"nuance": {"fr": f"sans {NAME}", "en": f"without {SLUG}"}}
    paint = {"colours": {"sector.public": [PERSON]}, "radii": {PERSON: 20},
             "key": [{"colour": "sector.public", "text": NAME}], "note": NAME}  # fmt: skip
    drawn = {"sentence": NAME, "nuance": NAME, "paint": paint, "selection": [PERSON],
             "moved": {PERSON: [1, 2]}}  # fmt: skip
    told = [
        *(
            server.get(maps + part, Role.EDITOR)
            for part in ("", f"?ego={PERSON}", f"?ego=siren-{SIREN}", f"?pole={POLE}")
        ),
        *(server.get(f"{API}/reports{part}", Role.EDITOR) for part in ("", f"/{POLE}")),
        server.client.post(maps, json=words, headers=own),
        server.client.post(f"{API}/pictures", json={**drawn, "format": "svg"}, headers=own),
    ]
    for file in told:
        assert file.status_code == 200, file.text
        assert_unnamed(file)
    without = {"without": {"nodes": [PERSON]}}
    whole, part = (
        len(server.client.post(maps, json=asked, headers=own).content) for asked in ({}, without)
    )
    assert part < whole


def test_whoever_writes_sees_her_name(server: Server) -> None:
    for address in ("/actors", "/ties", "/views", "/imports", "/export/csv", "/search?q=untel"):
        assert "unteldupont" in fold(unpacked(server.get(API + address, Role.EDITOR).content)), (
            address
        )


def test_what_is_told_of_her_leads_to_her_and_guesses_do_not(server: Server) -> None:
    people = server.get(f"{API}/actors").json()["items"]
    (her,) = [
        one for one in people if one["actor"]["attributes"].get("legal_category") == SOLE_TRADER
    ]
    shown = her["actor"]["id"]
    assert re.fullmatch("ei-[0-9a-f]{16}", shown)
    assert her["actor"]["name"] == "Entreprise individuelle (nom non publié)"
    assert server.get(f"{API}/actors/{shown}/ties").json()["total"] == 3
    for text in (NAME, SLUG, "unteldupont"):
        assert server.get(f"{API}/actors?q={text}").json()["total"] == 0, text
        assert server.get(f"{API}/search?q={text}").json()["items"] == [], text
    (found,) = server.get(f"{API}/search?q=atelier").json()["items"]
    assert found["label"] == "Atelier de ⟦nom non publié⟧"
    for guess in (PERSON, f"siren-{SIREN}"):
        for route in (f"actors/{guess}", f"actors/{guess}/ties", f"ties?actor={guess}"):
            assert server.get(f"{API}/{route}").status_code == 404, route
    (view,) = server.get(f"{API}/views").json()["items"]
    assert view["address"] == f"actor={shown}&ego={found['id']}"


def test_groups_that_could_tell_who_she_is_are_not_told(server: Server) -> None:
    refused = server.get(f"{API}/measures/ei_network?by=web")
    assert refused.status_code == 403
    assert "public_private, region" in refused.json()["detail"]
    own = {"Authorization": f"Bearer {server.secrets[Role.READER]}"}
    for by, status in (("commune", 403), ("sector", 200)):
        asked = {"names": ["ei_network"], "by": by, "permutations": 0}
        told = server.client.post(f"{API}/measures", json=asked, headers=own)
        assert told.status_code == status
