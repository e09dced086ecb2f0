"""The explorer and its peers in one browser: first paint, frames in motion, a redraw, the heap."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from maillage.viz.palette import resolve
from maillage.viz.scene_pack import Packed

PEERS = ("vis", "cytoscape", "sigma")
OURS = "maillage"
HERE = Path(__file__).parent
SECONDS_IN_MOTION = 3
PATIENCE = 90_000  # ms
WINDOW: ViewportSize = {"width": 1440, "height": 900}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    # Without a GPU, WebGL (sigma) is drawn by the processor.
    "--enable-unsafe-swiftshader",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-precise-memory-info",
]

# The camera is moved at each frame: by our drag, or as the peer's own page does it.
_IN_MOTION = """async (seconds) => {
  const canvas = document.querySelector('canvas');
  // A drag that begins in the corner, where no mark stands.
  const { left, top } = canvas.getBoundingClientRect();
  const swing = (i) => left + 8 + 40 * (1 - Math.cos(i / 10));
  const at = (i) => ({ clientX: swing(i), clientY: top + 8, bubbles: true, view: window });
  const drag = (i) => window.dispatchEvent(new MouseEvent('mousemove', at(i)));
  const step = window.benchStep ?? drag;
  if (!window.benchStep) canvas.dispatchEvent(new MouseEvent('mousedown', at(0)));
  const drawn = [];
  const observer = new PerformanceObserver((list) => {
    for (const mark of list.getEntriesByName('maillage:frame')) drawn.push(mark.detail);
  });
  observer.observe({ entryTypes: ['mark'] });
  let frames = 0;
  const begun = performance.now();
  await new Promise((done) => {
    const tick = () => {
      step(frames);
      frames += 1;
      if (performance.now() - begun < seconds * 1000) requestAnimationFrame(tick);
      else done();
    };
    requestAnimationFrame(tick);
  });
  const fps = (1000 * frames) / (performance.now() - begun);
  if (!window.benchStep) window.dispatchEvent(new MouseEvent('mouseup', at(frames)));
  await new Promise((done) => setTimeout(done, 700));
  observer.disconnect();
  const moving = drawn.filter((one) => one.moving).map((one) => one.ms).sort((a, b) => a - b);
  const still = drawn.filter((one) => !one.moving).map((one) => one.ms);
  return {
    fps,
    script: moving[Math.floor(moving.length * 0.95)] ?? null,
    redraw: still.at(-1) ?? null,
    heap: performance.memory.usedJSHeapSize / 1e6,
  };
}"""


_FIRST = """([name, patience]) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error(`no first paint in ${patience} ms`)), patience);
  new PerformanceObserver((list) => {
    for (const mark of list.getEntriesByName(name)) done(mark.startTime);
  }).observe({ type: 'mark', buffered: true });
})"""


@dataclass(frozen=True, slots=True)
class Run:
    """One page opened once: ms until the first paint, then what `_IN_MOTION` saw."""

    first_paint: float
    fps: float
    script: float | None
    redraw: float | None
    heap: float


@contextmanager
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium")
    if not executable:
        raise SystemExit("no chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield found
        found.close()


def built_peers(folder: Path) -> Path:
    """The pages of the peers, from what their lock says."""
    sources = folder / "sources"
    shutil.copytree(HERE / "peers", sources, ignore=shutil.ignore_patterns("node_modules"))
    pages = folder / "pages"
    pages.mkdir()
    for command in (
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
        ["node", "build.mjs", str(pages)],
    ):
        subprocess.run(command, cwd=sources, check=True, stdout=subprocess.DEVNULL)
    return pages


def write_graph(scene: bytes, pages: Path) -> None:
    """What `GET /scene` answers, for the peers: the same marks at the same places."""
    packed = Packed.model_validate_json(scene)
    colours = [resolve(role, "light") for role in packed.codes["colour"]]
    data = {
        "x": packed.nodes.x,
        "y": packed.nodes.y,
        "size": packed.nodes.radius,
        "colour": [colours[code] for code in packed.nodes.colour],
        "source": packed.ties.source,
        "target": packed.ties.target,
    }
    (pages / "graph.json").write_text(json.dumps(data), encoding="utf-8")


@contextmanager
def pages_served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def explorer_served(store_url: str, port: int) -> Iterator[str]:
    """The product itself, in a process of its own."""
    command = [sys.executable, "-m", "maillage.cli.main", "--store", store_url, "--quiet"]
    process = subprocess.Popen([*command, "serve", "--port", str(port)], env=dict(os.environ))
    address = f"http://127.0.0.1:{port}/"
    try:
        while True:
            try:
                urllib.request.urlopen(f"{address}api/v1/health", timeout=60).close()
                break
            except OSError:
                if process.poll() is not None:
                    raise SystemExit("the explorer did not start") from None
                time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


def run(found: Browser, address: str, mark: str) -> Run:
    """Opens a page in a browser context that has seen nothing, and moves its camera."""
    context = found.new_context(viewport=WINDOW, reduced_motion="reduce")
    try:
        page = context.new_page()
        page.goto(address, timeout=PATIENCE)
        first_paint = _when(page, mark)
        page.wait_for_timeout(500)
        return Run(first_paint, **page.evaluate(_IN_MOTION, SECONDS_IN_MOTION))
    finally:
        context.close()


def _when(page: Page, mark: str) -> float:
    """ms from the beginning of the navigation to this mark."""
    found: float = page.evaluate(_FIRST, [mark, PATIENCE])
    return found


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass
