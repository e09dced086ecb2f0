"""The container files, checked as far as one can without an engine.

The Compose file against the Compose Specification's own schema, and what must hold of it; the
Dockerfile by what it declares. `test_container_steps.py` runs the Dockerfile's steps.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import pytest
import yaml
from dockerfile import Ignore, Stage, read_dockerfile
from jsonschema import Draft202012Validator, ValidationError
from neo4j_server import RunningNeo4j
from pydantic import BaseModel, BeforeValidator, TypeAdapter

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "tests" / "data" / "compose-spec" / "compose-spec.json"
SECRET = re.compile(r"(neo4j/)?\$\{[A-Z0-9_]+:\?[^}]+\}")

Text = Annotated[str, BeforeValidator(str)]


class Need(BaseModel):
    condition: str


class Health(BaseModel):
    test: list[str]


class Service(BaseModel):
    image: str
    user: str = ""
    environment: dict[str, Text]
    ports: list[str]
    volumes: list[str]
    restart: Literal["unless-stopped"]
    security_opt: list[str]
    cap_drop: list[str]
    deploy: dict[Literal["resources"], dict[Literal["limits"], dict[str, Text]]]
    depends_on: dict[str, Need] = {}
    healthcheck: Health | None = None
    read_only: bool = False


def compose_text() -> str:
    return (ROOT / "docker-compose.yml").read_text()


@pytest.fixture(scope="module")
def services() -> dict[str, Service]:
    document = yaml.safe_load(compose_text())
    return TypeAdapter(dict[str, Service]).validate_python(document["services"])


@pytest.fixture(scope="module")
def stages() -> list[Stage]:
    return read_dockerfile(ROOT / "Dockerfile")


def check_against_schema(text: str) -> None:
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(yaml.safe_load(text))


def test_compose_file_follows_the_compose_specification() -> None:
    check_against_schema(compose_text())


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("depends_on:", "depend_on:"), ("restart: unless-stopped", "restart: [often]")],
)
def test_the_schema_notices_what_is_wrong(right: str, wrong: str) -> None:
    assert right in compose_text()
    with pytest.raises(ValidationError):
        check_against_schema(compose_text().replace(right, wrong))


def test_the_api_waits_for_a_healthy_neo4j(services: dict[str, Service]) -> None:
    assert services["api"].depends_on["neo4j"].condition == "service_healthy"
    check = services["neo4j"].healthcheck
    assert check is not None
    assert check.test[0] == "CMD"
    assert services["api"].environment["MAILLAGE_STORE"] == "bolt://neo4j:7687"


def test_no_service_runs_as_root_or_gains_rights(
    services: dict[str, Service], stages: list[Stage]
) -> None:
    users = {
        "neo4j": services["neo4j"].user,
        "api": services["api"].user or stages[-1].last("USER").text,
    }
    assert set(users) == set(services)
    for name, user in users.items():
        # By number: an engine that forbids root must be able to tell without the image.
        assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user), name
        assert services[name].cap_drop == ["ALL"]
        assert services[name].security_opt == ["no-new-privileges:true"]
        assert {"memory", "cpus"} <= set(services[name].deploy["resources"]["limits"])


def test_no_secret_has_a_default_and_none_is_written_down(services: dict[str, Service]) -> None:
    secrets = [
        value
        for service in services.values()
        for name, value in service.environment.items()
        if re.search("PASSWORD|AUTH|TOKEN|SECRET", name)
    ]
    assert len(secrets) == 2
    assert all(SECRET.fullmatch(value) for value in secrets)


def test_nothing_is_published_beyond_this_machine(services: dict[str, Service]) -> None:
    for service in services.values():
        assert all(port.startswith("127.0.0.1:") for port in service.ports)


def test_what_is_written_lives_in_named_volumes(
    services: dict[str, Service], stages: list[Stage]
) -> None:
    declared = yaml.safe_load(compose_text())["volumes"]
    mounts = {
        (name, *mount.split(":")) for name, service in services.items() for mount in service.volumes
    }
    assert {(name, place) for name, _, place in mounts} == {
        ("neo4j", "/data"),
        ("neo4j", "/logs"),
        ("api", stages[-1].last("VOLUME").text),
    }
    assert {volume for _, volume, _ in mounts} == set(declared)
    assert services["api"].read_only


def test_users_get_the_neo4j_that_the_tests_run(services: dict[str, Service]) -> None:
    pom = (ROOT / "tests" / "neo4j" / "pom.xml").read_text()
    version = re.search(r"<neo4j.version>(.+)</neo4j.version>", pom)
    assert version is not None
    assert services["neo4j"].image == f"neo4j:{version[1]}-community"


@pytest.mark.neo4j
def test_neo4j_knows_each_setting_we_give_it(
    services: dict[str, Service], neo4j_server: RunningNeo4j
) -> None:
    names = [name for name in services["neo4j"].environment if name != "NEO4J_AUTH"]
    # As the image does: one underscore is a dot, two are an underscore.
    dotted = {name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_") for name in names}
    with neo4j_server.driver() as driver:
        known = {row["name"] for row in driver.execute_query("SHOW SETTINGS YIELD name").records}
    assert dotted - known == set()


def test_the_image_holds_no_build_tools_and_serves_as_documented(stages: list[Stage]) -> None:
    build, final = stages
    assert build.image == final.image == "python:3.13-slim"
    assert [copy.flags for copy in final.all("COPY")] == [{"from": "build"}]
    assert final.last("ENTRYPOINT").words == ["maillage"]
    assert final.last("CMD").words == ["serve", "--host", "0.0.0.0", "--port", "8000"]
    assert final.last("EXPOSE").text == "8000"
    assert "http://127.0.0.1:8000/api/v1/health" in final.last("HEALTHCHECK").text


def test_the_image_s_python_is_one_we_support(stages: list[Stage]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["requires-python"] == ">=3.11,<3.14"
    assert all(stage.image.removeprefix("python:").startswith("3.13") for stage in stages)


def test_user_number_home_and_volume_agree(stages: list[Stage]) -> None:
    final = stages[-1]
    made = final.all("RUN")[0].text
    user, group = final.last("USER").text.split(":")
    volume = final.last("VOLUME").text
    assert f"useradd --uid {user} --gid {group} --home-dir {volume} " in made
    assert f"--owner {user} --group {group} --mode 0700 {volume}" in made
    assert final.environment()["MAILLAGE_STORE"].startswith(f"sqlite:///{volume}/")


def test_only_what_the_wheel_is_made_of_enters_the_build(stages: list[Stage]) -> None:
    ignore = Ignore(ROOT / ".dockerignore")
    sources = [word for copy in stages[0].all("COPY") for word in copy.words[:-1]]
    assert all((ROOT / source).exists() for source in sources)
    shown = ["pyproject.toml", "graph/maillage/graph/errors.py", "viz/maillage/viz/page.py"]
    assert not any(ignore.hides(path) for path in shown)
    hidden = [".env", ".git/config", "graph/.env", "maillage-demo/demo.db", "api/maillage.db-wal"]
    hidden += ["viz/web/node_modules/esbuild/main.js", "tests/conftest.py", ".venv/bin/python"]
    hidden += ["cli/maillage/cli/__pycache__/main.cpython-311.pyc"]
    assert [path for path in hidden if not ignore.hides(path)] == []
