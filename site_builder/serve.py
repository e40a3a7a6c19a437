"""The site in a browser: this machine only, nothing outside the folder, and pages that follow the files.

Every request looks the path up anew, so that a site which is swapped in is seen at once and whole.
"""

from __future__ import annotations

import json
import mimetypes
import os
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from site_builder.live import EVENTS, NOT_YET, enlivened

HOST = "127.0.0.1"
NAMES = frozenset({"127.0.0.1", "localhost"})
BEAT = 5.0
"""Seconds after which a browser that hears nothing is written to, to see whether it is still there."""
KINDS = {".atom": "application/atom+xml", ".js": "text/javascript", ".md": "text/markdown"}
"""What the system's own table may not know, or know otherwise."""


class State(NamedTuple):
    """What a browser is told: the name of the site as it stands, and one line for each thing to mend."""

    site: str
    problems: tuple[str, ...] = ()


class Live:
    """The state of the site, and the browsers that wait for the next one."""

    def __init__(self) -> None:
        # The run is part of a site's name: after a new start, a page that stayed open is loaded anew.
        self._run, self._count = secrets.token_hex(4), 0
        self._news = Condition()
        self.state = State(f"{self._run}-0")

    def tell(self, changed: bool, problems: Iterable[str]) -> None:
        """`changed`: the site is another than before, and every page is to be loaded anew."""
        with self._news:
            self._count += changed
            self.state = State(f"{self._run}-{self._count}", tuple(problems))
            self._news.notify_all()

    def after(self, seen: State | None, seconds: float) -> State:
        """The next state that is not `seen`, or that one again when nothing happens for so long."""
        with self._news:
            self._news.wait_for(lambda: self.state != seen, seconds)
            return self.state


class Handler(BaseHTTPRequestHandler):
    """Files below one folder, after their links are resolved; asked for by this machine's own names."""

    server_version, sys_version = "site-builder", ""
    timeout = 60
    """Seconds for a browser to send its request, or to take a part of the answer."""

    def __init__(self, *args: Any, folder: Path, live: Live) -> None:
        self.folder, self.live = folder, live
        super().__init__(*args)

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        site = self.live.state.site  # read before the file: a page may be newer than it says, never older
        place = self.inside()
        if host not in NAMES:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "Ask for 127.0.0.1 or localhost")
        elif self.path == EVENTS:
            self.stream()
        elif place is None:
            self.send_missing(site)
        elif place.is_dir():
            # Without the stroke, the relative links of its index would lead elsewhere.
            path = "/" + urlsplit(self.path).path.strip("/") + "/"
            self.send_head(HTTPStatus.MOVED_PERMANENTLY, {"Location": path, "Content-Length": "0"})
        else:
            self.send_file(place, site)

    do_HEAD = do_GET

    def inside(self) -> Path | None:
        """The file asked for, or the folder when a stroke is missing; None when it is hidden, outside
        the folder, or no path at all."""
        try:
            path = unquote(urlsplit(self.path).path)
            top = self.folder.resolve()
            place = (top / path.strip("/")).resolve()
            hidden = any(part.startswith(".") for part in path.split("/"))
            if hidden or not place.is_relative_to(top):
                return None
            if path.endswith("/"):
                place /= "index.html"
                return place if place.is_file() else None
            return place if place.is_file() or (place / "index.html").is_file() else None
        except (OSError, RuntimeError, ValueError):  # too long, a loop of links, not a path
            return None

    def send_file(self, place: Path, site: str) -> None:
        kind = kind_of(place.name)
        try:
            file = place.open("rb")
        except OSError:  # gone since it was looked for
            self.send_missing(site)
            return
        with file:
            if kind.startswith("text/html"):
                self.send_page(HTTPStatus.OK, file.read(), site)
                return
            size = os.fstat(file.fileno()).st_size
            self.send_head(HTTPStatus.OK, {"Content-Type": kind, "Content-Length": str(size)})
            if self.command != "HEAD":
                shutil.copyfileobj(file, self.wfile)

    def send_page(self, status: HTTPStatus, page: bytes, site: str) -> None:
        body = enlivened(page, site)
        self.send_head(status, {"Content-Type": kind_of(".html"), "Content-Length": str(len(body))})
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_missing(self, site: str) -> None:
        """The site's own page for what it has not, or word that there is no site yet."""
        try:
            self.send_page(HTTPStatus.NOT_FOUND, (self.folder / "404.html").read_bytes(), site)
        except FileNotFoundError:
            self.send_page(HTTPStatus.SERVICE_UNAVAILABLE, NOT_YET, site)

    def stream(self) -> None:
        """Every state of the site from now on, as server-sent events, until the browser leaves."""
        self.send_head(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        seen: State | None = None
        while self.command != "HEAD":
            state = self.live.after(seen, BEAT)
            words = f"data: {json.dumps(state._asdict())}" if state != seen else ": still here"
            self.wfile.write(f"retry: 500\n{words}\n\n".encode())
            seen = state

    def send_head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def end_headers(self) -> None:
        # Files made within one second have one date: a browser must not ask by it.
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """One line a request would bury the address people look for."""


def kind_of(name: str) -> str:
    ending = Path(f"x{name}").suffix.lower()
    kind = KINDS.get(ending) or mimetypes.guess_type(f"x{ending}")[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser may leave in the middle of an answer; every other fault keeps its traceback."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def make_server(folder: Path, port: int, live: Live) -> Server:
    """A server for `folder`; port 0 takes any free one. Raises OSError when the port is taken."""
    return Server((HOST, port), partial(Handler, folder=folder, live=live))


@contextmanager
def serving(server: Server) -> Iterator[str]:
    """The server at work beside what is done within, and its address."""
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
