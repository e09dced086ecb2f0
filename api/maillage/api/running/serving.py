"""The server as a process: its logs, its end.

Asked to stop, it takes no more requests, lets jobs stop at their next step (what is being written
is finished, what is not yet is never begun), answers those who wait for them, and goes.
"""

from __future__ import annotations

import socket
from threading import Thread
from types import FrameType

import uvicorn
from fastapi import FastAPI

from maillage.api.running.logs import write_logs
from maillage.api.running.settings import Settings
from maillage.api.state import State


def serve(app: FastAPI, listener: socket.socket, settings: Settings) -> None:
    """Until it is asked to stop."""
    write_logs(settings.log_level)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=settings.stop_seconds,
        server_header=False,
    )
    _Server(config, app).run(sockets=[listener])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        state: State | None = getattr(self._app.state, "maillage", None)
        if state is not None:
            # A signal may come while this very thread holds the lock that is needed.
            Thread(target=state.jobs.give_up, daemon=True).start()
        super().handle_exit(sig, frame)
