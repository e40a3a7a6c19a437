"""The server shows one folder to this machine, and nothing else to anybody."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from site_builder.serve import HOST, make_server
from tests.projects import write_files

SECRET = b"secret"
NOT_FOUND = b"<p>no such page</p>\n"
FILES: dict[str, str | bytes] = {
    "site/index.html": "<p>home</p>\n",
    "site/404.html": NOT_FOUND,
    "site/feed.atom": "<feed/>\n",
    "site/topics/index.html": "<p>topics</p>\n",
    "site/topics/a b é.html": "<p>a</p>\n",
    "site/empty/x.txt": "x",
    "site/.env": SECRET,
    "site/.git/config": SECRET,
    "outside.html": SECRET,
    "site-2/index.html": SECRET,
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    root = write_files(tmp_path_factory.mktemp("served"), FILES)
    site = root / "site"
    (site / "out.html").symlink_to(root / "outside.html")
    (site / "outdir").symlink_to(root / "site-2")
    (site / "in.html").symlink_to("index.html")
    (site / "loop.html").symlink_to("loop.html")
    server = make_server(site, 0)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


class Raw(http.client.HTTPConnection):
    """Sends a path as it is."""

    def _validate_path(self, url: str) -> None:
        pass


Answer = tuple[int, dict[str, str], bytes]


def ask(port: int, path: str, host: str | None = "localhost", method: str = "GET") -> Answer:
    """Status, headers, body."""
    connection = Raw(HOST, port, timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    if host is not None:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    result = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return result


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/", b"<p>home</p>\n", "text/html"),
        ("/index.html", b"<p>home</p>\n", "text/html"),
        ("/index.html?x=1", b"<p>home</p>\n", "text/html"),
        ("/topics/", b"<p>topics</p>\n", "text/html"),
        ("/topics/a%20b%20%C3%A9.html", b"<p>a</p>\n", "text/html"),
        ("/in.html", b"<p>home</p>\n", "text/html"),
        ("/feed.atom", b"<feed/>\n", "application/atom+xml"),
    ],
)
def test_files_of_the_site(path: str, body: bytes, kind: str, port: int) -> None:
    status, headers, found = ask(port, path)
    assert (status, found) == (200, body)
    assert headers["content-type"].split(";")[0] == kind
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-cache", "nosniff")


OUTSIDE = [
    "/../outside.html",
    "/topics/../../outside.html",
    "/%2e%2e/outside.html",
    "/..%2foutside.html",
    "/..%5coutside.html",
    "/....//outside.html",
    "//outside.html",
    "/%2foutside.html",
    "/site/../../outside.html",
    "/../site-2/index.html",
    "/out.html",
    "/outdir/index.html",
    "/outdir/",
    "/loop.html",
    "/.env",
    "/%2eenv",
    "/.git/config",
    "/empty/",
    "/empty",
    "/nowhere.html",
    "/index.html%00",
    "/%00",
    "/index.html\\",
    "/index.html/",
    "/" + "a" * 5000,
    "/%ff",
    "/%",
    "http://[",
]


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path)[:40])
def test_what_is_not_of_the_site_is_not_found(path: str, port: int) -> None:
    status, headers, body = ask(port, path)
    assert (status, body) == (404, NOT_FOUND)
    assert headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:1"])
def test_this_machines_own_names(host: str, port: int) -> None:
    assert ask(port, "/", host)[0] == 200


STRANGE = [None, "", "archive.example", "localhost.archive.example:80", "127.0.0.1.x", "[::1]"]


@pytest.mark.parametrize("host", STRANGE)
def test_another_name_is_refused(host: str | None, port: int) -> None:
    status, _, body = ask(port, "/", host)
    assert status == 421
    assert b"home" not in body


def test_a_folder_without_its_stroke_leads_to_the_folder(port: int) -> None:
    status, headers, body = ask(port, "/topics")
    assert (status, headers["location"], body) == (301, "/topics/", b"")
    assert ask(port, "//topics")[1].get("location") == "/topics/"


def test_head_has_no_body_and_nothing_can_be_sent(port: int) -> None:
    assert ask(port, "/", method="HEAD")[::2] == (200, b"")
    assert ask(port, "/nowhere", method="HEAD")[::2] == (404, b"")
    assert ask(port, "/", method="POST")[0] == 501


def test_the_server_listens_on_this_machine_alone(tmp_path: Path) -> None:
    server = make_server(tmp_path, 0)
    try:
        assert server.server_address[0] == "127.0.0.1"
        with pytest.raises(OSError, match="in use"):
            make_server(tmp_path, server.server_address[1])
    finally:
        server.server_close()
