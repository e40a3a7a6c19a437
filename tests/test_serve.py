"""The server shows one folder to this machine, and nothing else to anybody; its pages follow the files."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from site_builder.live import NOT_YET, enlivened
from site_builder.serve import HOST, Live, make_server, serving
from tests.projects import command, write_files

SECRET = b"secret"
HOME = b"<p>home</p>\n"
NOT_FOUND = b"<p>no such page</p>\n"
FILES: dict[str, str | bytes] = {
    "site/index.html": HOME,
    "site/404.html": NOT_FOUND,
    "site/feed.atom": "<feed/>\n",
    "site/data.csv": "a\n" * 100_000,
    "site/topics/index.html": "<p>topics</p>\n",
    "site/topics/a b é.html": "<p>a</p>\n",
    "site/empty/x.txt": "x",
    "site/.env": SECRET,
    "site/.git/config": SECRET,
    "outside.html": SECRET,
    "site-2/index.html": SECRET,
}
LIVE = Live()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    root = write_files(tmp_path_factory.mktemp("served"), FILES)
    site = root / "site"
    (site / "out.html").symlink_to(root / "outside.html")
    (site / "outdir").symlink_to(root / "site-2")
    (site / "in.html").symlink_to("index.html")
    (site / "loop.html").symlink_to("loop.html")
    os.mkfifo(site / "pipe.html")
    with serving(make_server(site, 0, LIVE)) as address:
        yield port_of(address)


def port_of(address: str) -> int:
    return int(address.rstrip("/").rsplit(":", 1)[1])


def live(page: bytes) -> bytes:
    """The page as it is served."""
    return enlivened(page, LIVE.state.site)


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
        ("/", live(HOME), "text/html; charset=utf-8"),
        ("/index.html", live(HOME), "text/html; charset=utf-8"),
        ("/index.html?x=1", live(HOME), "text/html; charset=utf-8"),
        ("/topics/", live(b"<p>topics</p>\n"), "text/html; charset=utf-8"),
        ("/topics/a%20b%20%C3%A9.html", live(b"<p>a</p>\n"), "text/html; charset=utf-8"),
        ("/in.html", live(HOME), "text/html; charset=utf-8"),
        ("/feed.atom", b"<feed/>\n", "application/atom+xml"),
        ("/data.csv", b"a\n" * 100_000, "text/csv; charset=utf-8"),
    ],
)
def test_files_of_the_site(path: str, body: bytes, kind: str, port: int) -> None:
    status, headers, found = ask(port, path)
    assert (status, found) == (200, body)
    assert (headers["content-type"], headers["content-length"]) == (kind, str(len(body)))
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")


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
    "/pipe.html",
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
    assert (status, body) == (404, live(NOT_FOUND))
    assert headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:1"])
def test_this_machines_own_names(host: str, port: int) -> None:
    assert ask(port, "/", host)[0] == 200


STRANGE = [None, "", "archive.example", "localhost.archive.example:80", "127.0.0.1.x", "[::1]"]


@pytest.mark.parametrize("host", STRANGE)
@pytest.mark.parametrize("path", ["/", "/.live", "/nowhere.html"])
def test_another_name_is_refused(path: str, host: str | None, port: int) -> None:
    status, _, body = ask(port, path, host)
    assert status == 421
    assert [words for words in (b"home", b"script", b"no such page", b"data:") if words in body] == []


def test_a_folder_without_its_stroke_leads_to_the_folder(port: int) -> None:
    status, headers, body = ask(port, "/topics")
    assert (status, headers["location"], body) == (301, "/topics/", b"")
    assert ask(port, "//topics")[1].get("location") == "/topics/"


def test_head_has_no_body_and_nothing_can_be_sent(port: int) -> None:
    for path, status in (("/", 200), ("/nowhere", 404), ("/.live", 200), ("/data.csv", 200), ("/topics", 301)):
        assert ask(port, path, method="HEAD")[::2] == (status, b"")
    assert ask(port, "/", method="HEAD")[1]["content-length"] == str(len(live(HOME)))
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "CONNECT"):
        assert ask(port, "/", method=method)[0] == 501


def test_the_server_listens_on_this_machine_alone(tmp_path: Path) -> None:
    server = make_server(tmp_path, 0, Live())
    try:
        assert server.server_address[0] == "127.0.0.1"
        with pytest.raises(OSError, match="in use"):
            make_server(tmp_path, server.server_address[1], Live())
    finally:
        server.server_close()


def test_before_the_first_site_the_page_says_so(tmp_path: Path) -> None:
    state = Live()
    with serving(make_server(tmp_path / "site", 0, state)) as address:
        for path in ("/", "/topics/", "/nowhere.html"):
            assert ask(port_of(address), path)[::2] == (503, enlivened(NOT_YET, state.state.site))


def test_a_site_that_is_swapped_in_is_seen_at_once(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/index.html": "<p>old</p>", "new/index.html": "<p>new</p>", "new/a/b.css": "c"})
    state = Live()
    with serving(make_server(tmp_path / "site", 0, state)) as address:
        assert ask(port_of(address), "/")[2] == enlivened(b"<p>old</p>", state.state.site)
        shutil.rmtree(tmp_path / "site")
        (tmp_path / "new").rename(tmp_path / "site")
        assert ask(port_of(address), "/")[2] == enlivened(b"<p>new</p>", state.state.site)
        assert ask(port_of(address), "/a/b.css")[2] == b"c"


def events(port: int) -> Generator[dict[str, object], None, None]:
    """What a browser is told, as it is told."""
    connection = http.client.HTTPConnection(HOST, port, timeout=20)
    try:
        connection.request("GET", "/.live")
        answer = connection.getresponse()
        assert answer.headers["Content-Type"] == "text/event-stream"
        while line := answer.readline():
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))
    finally:
        connection.close()


def test_a_browser_is_told_how_it_stands_and_what_comes(port: int) -> None:
    told = events(port)
    first = next(told)
    assert first == {"site": LIVE.state.site, "problems": []}
    LIVE.tell(False, ["a.md:1:1: expected a title, found none"])
    assert next(told) == first | {"problems": ["a.md:1:1: expected a title, found none"]}
    LIVE.tell(True, [])
    last = next(told)
    assert (last["site"] != first["site"], last["problems"]) == (True, [])
    assert next(events(port)) == last
    assert LIVE.state.site.encode() in ask(port, "/")[2]


def test_a_browser_that_leaves_leaves_no_trace(port: int, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        told = events(port)
        next(told)
        told.close()
    with socket.create_connection((HOST, port)) as half:
        half.sendall(b"GET /data.csv HTTP/1.1\r\nHost: localhost\r\n\r\n")
    LIVE.tell(False, ["one"])
    LIVE.tell(False, [])
    assert ask(port, "/")[0] == 200
    assert capfd.readouterr().err == ""


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    write_files(tmp_path, {"site.toml": ""})
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        done = command("serve", "--project", tmp_path, "--port", str(port))
    found = "expected a free port, found: address already in use; give another --port"
    assert (done.code, done.out, done.err) == (1, "", (f"--port {port}: {found}",))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site.toml"]
