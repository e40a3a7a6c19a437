"""A look at the built site in a browser: this machine only, nothing outside the folder."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
NAMES = frozenset({"127.0.0.1", "localhost"})


class Handler(SimpleHTTPRequestHandler):
    """Files below one folder, after their links are resolved; asked for by this machine's own names."""


    def send_head(self) -> Any:
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host not in NAMES:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "Ask for 127.0.0.1 or localhost")
            return None
        place = self.inside()
        if place is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if place.is_dir():
            # Without the stroke, the relative links of its index would lead elsewhere.
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", "/" + urlsplit(self.path).path.strip("/") + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return super().send_head()

    def inside(self) -> Path | None:
        """The file asked for, or the folder when a stroke is missing; None when it is hidden, outside
        the folder, or no path at all."""
        try:
            path = unquote(urlsplit(self.path).path)
            top = Path(self.directory).resolve()
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

    def translate_path(self, path: str) -> str:
        return str(self.inside() or "")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        return "application/atom+xml" if str(path).endswith(".atom") else super().guess_type(path)

    def log_message(self, format: str, *args: Any) -> None:
        """One line a request would bury the address people look for."""


def make_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for `folder`; port 0 takes any free one. Raises OSError when the port is taken."""
    return ThreadingHTTPServer((HOST, port), partial(Handler, directory=str(folder)))
