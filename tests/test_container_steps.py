"""The Dockerfile's own steps, run in an empty folder: what an engine would do, without one.

Each COPY and RUN is read from the Dockerfile, so that this cannot drift from it. The image's
folders (/src, /opt, /data) are put below a temporary one; the image's Python is an environment made
by the same version if it is on the PATH, else by ours. Not run: creating the user, which would
change this machine.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from dockerfile import Ignore, Instruction, Stage, copy_visible, read_dockerfile

ROOT = Path(__file__).resolve().parents[1]
OF_THIS_PROJECT = ("MAILLAGE_", "PYTHON", "VIRTUAL_ENV", "UV_PROJECT", "PYTEST_")
ADMINISTRATION = {"groupadd", "useradd", "install"}

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(1800)]


@dataclass
class Machine:
    """A folder that stands for the image's root, and the variables its steps see."""

    root: Path
    environment: dict[str, str]
    workdir: str = "/"
    done: list[str] = field(default_factory=list)

    def place(self, path: str) -> Path:
        return self.root / path.strip("/")

    def moved(self, text: str) -> str:
        """The text with the image's own absolute folders put below our root."""
        return re.sub(r"(?<![\w./])/(?=(src|opt|data)\b)", f"{self.root}/", text)

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        self.done.append(command)
        return subprocess.run(
            ["/bin/sh", "-ec", self.moved(command)],
            cwd=self.place(self.workdir),
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )

    def do(self, step: Instruction) -> None:
        if step.name == "WORKDIR":
            self.workdir = step.text
            self.place(step.text).mkdir(parents=True, exist_ok=True)
        elif step.name == "COPY":
            self._copy(step)
        elif step.name == "RUN" and not _is_administration(step):
            result = self.run(step.text)
            assert result.returncode == 0, f"{step.text}\n{result.stdout}\n{result.stderr}"
        elif step.name == "ENV":
            for word in step.words:
                name, _, value = word.partition("=")
                self.environment[name] = self._expanded(value)

    def _copy(self, step: Instruction) -> None:
        *sources, target = step.words
        if "from" in step.flags:
            # Both stages share one root here: what is copied must keep its path, as scripts in
            # an environment name their Python in full.
            assert sources == [target]
            assert self.place(target).is_dir()
            return
        ignore = Ignore(ROOT / ".dockerignore")
        for source in sources:
            into = self.place(f"{self.workdir}/{target}")
            assert copy_visible(ROOT, source, into, ignore), f"COPY {source} finds nothing"

    def _expanded(self, value: str) -> str:
        # In a SQLite URL the folder follows slashes, which `moved` takes for the middle of a path.
        local = value.replace("sqlite:////", f"sqlite:///{self.root}/")
        return self.moved(local).replace("$PATH", self.environment["PATH"])


@pytest.fixture(scope="module")
def stages() -> list[Stage]:
    return read_dockerfile(ROOT / "Dockerfile")


@pytest.fixture(scope="module")
def machine(stages: list[Stage], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """The image's file system after its last step."""
    root = tmp_path_factory.mktemp("image")
    version = stages[0].image.removeprefix("python:").removesuffix("-slim")
    subprocess.run([_python(version), "-m", "venv", str(root / "base")], check=True)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(OF_THIS_PROJECT)}
    path = f"{root / 'base' / 'bin'}:/usr/bin:/bin"
    machine = Machine(root, {**kept, "PATH": path, "HOME": str(root)})
    for stage in stages:
        for step in stage.instructions:
            machine.do(step)
    yield machine
    shutil.rmtree(root)  # half a gigabyte, which pytest would keep


def test_every_step_was_run_but_the_user_s_creation(machine: Machine, stages: list[Stage]) -> None:
    runs = [step for stage in stages for step in stage.all("RUN")]
    left = [step for step in runs if step.text not in machine.done]
    assert len(machine.done) >= 3
    assert left == [stages[-1].all("RUN")[0]]


def test_the_command_line_starts(machine: Machine) -> None:
    result = machine.run("maillage --help")
    assert result.returncode == 0, result.stderr
    assert "maillage" in result.stdout.lower()
    assert not result.stderr


def test_the_installed_code_is_the_wheel_s_alone(machine: Machine) -> None:
    code = "import maillage.graph, maillage.api; print(*maillage.__path__)"
    found = machine.run(f"python -c {shlex.quote(code)}").stdout.split()
    assert len(found) == 1
    assert Path(found[0]).is_relative_to(machine.place("opt/maillage"))
    assert machine.run("pip check").returncode == 0


def test_without_a_token_it_refuses_to_be_reached_from_outside(
    machine: Machine, stages: list[Stage]
) -> None:
    final = stages[-1]
    result = machine.run(shlex.join([*final.last("ENTRYPOINT").words, *final.last("CMD").words]))
    assert result.returncode == 1
    assert "0.0.0.0" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_health_check_fails_before_and_passes_once_it_serves(
    machine: Machine, stages: list[Stage]
) -> None:
    port = str(_free_port())
    check = stages[-1].last("HEALTHCHECK").text.partition("CMD ")[2].replace("8000", port)
    healthy = shlex.join(Instruction("CMD", {}, check).words)
    assert machine.run(healthy).returncode != 0
    said = machine.place("said")
    with said.open("w") as log:
        server = subprocess.Popen(
            [machine.place("opt/maillage/bin/maillage"), "serve", "--port", port],
            env=machine.environment,
            stdout=log,
            stderr=log,
        )
    try:
        assert _becomes(0, machine, healthy), said.read_text()
        assert list(machine.place("data").glob("maillage.db*"))
    finally:
        server.terminate()
        server.wait(30)


def _becomes(code: int, machine: Machine, command: str) -> bool:
    for _ in range(60):
        if machine.run(command).returncode == code:
            return True
        time.sleep(0.5)
    return False


def _is_administration(step: Instruction) -> bool:
    commands = {part.split()[0] for part in step.text.split("&&")}
    return commands == ADMINISTRATION


def _python(version: str) -> str:
    """The image's Python if it is on the PATH, else ours."""
    named = shutil.which(f"python{version}")
    # pyenv puts a script of that name there even where that version is not selected.
    asked = named and subprocess.run([named, "--version"], check=False, capture_output=True)
    return named if named and asked and asked.returncode == 0 else sys.executable


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
