"""Every route × every role, walked: who is not known, who may only read, who may write."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from maillage.api.access.tokens import ROLE_NAMES, Role, Tokens
from maillage.api.app import create_app
from maillage.api.deps import API
from maillage.api.manual.document import operations
from maillage.api.running.settings import Settings
from maillage.graph.stores import open_store

HERE = "http://127.0.0.1"
PUBLIC = {("GET", f"{API}/health")}
# Reading that only those who write need, and writing that changes nothing.
EDITORS_READ = {
    f"{API}/imports/{{id}}/report.xlsx",
}
READERS_POST = {f"{API}/measures", f"{API}/pictures", f"{API}/maps/network.html"}
# Everybody's own: a reader may ask what takes long, and give it up.
OWN = {f"{API}/jobs/{{id}}"}
ADMINS = {f"{API}/tokens", f"{API}/tokens/{{name}}"}


def needed(method: str, path: str) -> Role | None:
    """What the house promises; not read from the code."""
    if (method, path) in PUBLIC:
        return None
    if path in ADMINS:
        return Role.ADMIN
    if path in EDITORS_READ:
        return Role.EDITOR
    if method == "GET" or path in READERS_POST or path in OWN:
        return Role.READER
    return Role.EDITOR


@pytest.fixture(scope="module")
def server(
    demonstration: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[TestClient, dict[Role, str]]]:
    copy = tmp_path_factory.mktemp("roles") / "own.db"
    shutil.copyfile(demonstration.removeprefix("sqlite:///"), copy)
    url = f"sqlite:///{copy}"
    store = open_store(url)
    tokens = Tokens(store)
    secrets = {Role.of(name): tokens.add(name, name) for name in ROLE_NAMES}
    store.close()
    # As many wrong tokens as there are routes, and more.
    app = create_app(url, settings=Settings(tries_a_minute=1_000))
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        yield client, secrets


def routes() -> list[tuple[str, str]]:
    paths = create_app("sqlite:///unused.db").openapi()["paths"]
    return [(method.upper(), path) for path, methods in paths.items() for method in methods]


def url_of(path: str) -> str:
    url = path.replace("{act}", "confirm").replace("{list}", "actors")
    while "{" in url:
        before, _, rest = url.partition("{")
        url = before + "nobody" + rest.partition("}")[2]
    return url


def test_the_document_says_who_may_ask() -> None:
    told = {(one.method, one.path): one.role for one in operations(create_app("sqlite:///no.db"))}
    assert told == {
        (method, path): ROLE_NAMES[least - 1] if (least := needed(method, path)) else "anybody"
        for method, path in routes()
    }


@pytest.mark.parametrize(("method", "path"), routes())
def test_each_route_lets_in_whom_it_should(
    server: tuple[TestClient, dict[Role, str]], method: str, path: str
) -> None:
    client, secrets = server
    least = needed(method, path)
    unknown = client.request(method, url_of(path))
    if least is None:
        assert unknown.status_code not in (403, 500), unknown.text
        return
    assert unknown.status_code == 401, unknown.text
    assert unknown.headers["www-authenticate"] == "Bearer"
    wrong = client.request(method, url_of(path), headers={"Authorization": "Bearer mlg_wrong"})
    assert wrong.status_code == 401
    for role, secret in secrets.items():
        answer = client.request(method, url_of(path), headers={"Authorization": f"Bearer {secret}"})
        if role < least:
            assert answer.status_code == 403, (role, answer.text)
        else:
            assert answer.status_code not in (401, 403, 500), (role, answer.text)


def test_the_pages_lead_to_the_door(server: tuple[TestClient, dict[Role, str]]) -> None:
    client, secrets = server
    answer = client.get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    door = client.get("/login", headers={"Accept-Language": "fr"})
    assert "Votre jeton" in door.text
    refused = client.post("/login", data={"token": "mlg_wrong"})
    assert refused.status_code == 401
    assert 'role="alert"' in refused.text
    entered = client.post("/login", data={"token": secrets[Role.READER]})
    cookie = entered.headers["set-cookie"]
    assert entered.headers["location"] == "/"
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert client.get(f"{API}/me").json() == {"role": "reader", "name": "reader", "pole": None}
    left = client.post("/logout")
    assert left.headers["location"] == "/login"
    assert client.get(f"{API}/me").status_code == 401


def test_guessing_is_slowed_down_and_shuts_nobody_out(
    server: tuple[TestClient, dict[Role, str]],
) -> None:
    client, secrets = server
    settings = Settings(tries_a_minute=5)
    with TestClient(
        create_app(client.app.state.maillage.store.url, settings=settings),  # type: ignore[attr-defined]  # `app` is any ASGI one
        base_url=HERE,
        client=("10.9.8.7", 1),
        follow_redirects=False,
    ) as guesser:
        wrong = {"Authorization": "Bearer mlg_no"}
        answers = [guesser.get(f"{API}/actors", headers=wrong) for _ in range(4)]
        answers += [guesser.post("/login", data={"token": "mlg_no"}) for _ in range(2)]
        answers += [guesser.get(f"{API}/me", headers=wrong)]
        assert [one.status_code for one in answers] == [401] * 5 + [429] * 2
        assert 0 < int(answers[-1].headers["retry-after"]) <= 60
        assert answers[-1].headers["content-type"] == "application/problem+json"
        # Who bears none is told to say who she is, and who bears a right one is let in.
        assert guesser.get(f"{API}/me").status_code == 401
        right = {"Authorization": f"Bearer {secrets[Role.READER]}"}
        assert guesser.get(f"{API}/me", headers=right).status_code == 200
        assert guesser.post("/login", data={"token": secrets[Role.READER]}).status_code == 303


def test_an_editor_of_one_pole_changes_that_pole_alone(own_client: TestClient) -> None:
    secret = own_client.post(
        f"{API}/tokens", json={"name": "anne", "role": "editor", "pole": "ptce-sud-aquitaine"}
    ).json()["token"]
    own = {"Authorization": f"Bearer {secret}"}
    assert own_client.get(f"{API}/me", headers=own).json()["pole"] == "ptce-sud-aquitaine"
    members = own_client.get(f"{API}/actors", params={"pole": "ptce-sud-aquitaine"}, headers=own)
    inside = {item["actor"]["id"] for item in members.json()["items"]}
    assert inside
    file = {"file": ("m.csv", b"name\nNouvelle\n", "text/csv")}
    for pole, status in (("ptce-sud-aquitaine", 200), ("autre", 403), ("", 403)):
        sent = own_client.post(
            f"{API}/imports", files=file, data={"as": "members", "pole": pole}, headers=own
        )
        assert sent.status_code == status, sent.text
    foreign_rows = {"file": ("m.csv", "name;Pôle\nAutre;Autre pôle\n".encode(), "text/csv")}
    for data in (
        {"as": "members", "declared_by": "rtes"},
        {"as": "actors"},
        {"as": "codings"},
        {"as": "ties"},
    ):
        sent = own_client.post(
            f"{API}/imports", files=file, data={"pole": "ptce-sud-aquitaine", **data}, headers=own
        )
        assert sent.status_code == 403, data
    sent = own_client.post(
        f"{API}/imports",
        files=foreign_rows,
        data={"as": "members", "pole": "ptce-sud-aquitaine"},
        headers=own,
    )
    assert sent.status_code == 409, sent.text
    others = own_client.get(f"{API}/imports", headers=own).json()["items"]
    foreign = next(item["id"] for item in others if item["author"] != "anne")
    assert own_client.delete(f"{API}/imports/{foreign}", headers=own).status_code == 403
    ties = own_client.get(f"{API}/ties", params={"limit": 500}, headers=own).json()["items"]
    for item in ties:
        tie = item["tie"]
        if {tie["source"], tie["target"]}.isdisjoint({*inside, "ptce-sud-aquitaine"}):
            break
    said = own_client.post(
        f"{API}/ties/{tie['id']}/confirm", json={"by": tie["source"]}, headers=own
    )
    assert said.status_code == 403
