"""Who is let in to the page, asked of the server that the command starts, request by request."""

import http.client
import re
from collections.abc import Iterator
from http.client import SWITCHING_PROTOCOLS
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from tests.browser.served import CHROMIUM, chromium, opened, press, served, wait_for_day

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "scenarios" / "theory" / "equal-sides.yaml"
PATH = "/user/x/proxy/8765"
PUBLIC = "hub.example.org"
SOCKET = "/jupyter/api/kernels/3f0c7f5e-9d1c-4b7e-8a43-0f2f3f0b1a11/channels?session_id=one"

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


class Visit(NamedTuple):
    """An answer: its status, headers and text."""

    status: int
    headers: dict[str, str]
    text: str


class Server(NamedTuple):
    """Where the page is served, and the token it asks for."""

    port: int
    token: str

    def get(self, path: str, **headers: str) -> Visit:
        """Ask for a path with a plain client."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        line.request("GET", path, headers=headers)
        answer = line.getresponse()
        text = "" if answer.status == SWITCHING_PROTOCOLS else answer.read().decode(errors="replace")
        visit = Visit(answer.status, {name.lower(): value for name, value in answer.getheaders()}, text)
        line.close()
        return visit

    @property
    def cookie(self) -> str:
        """Return the cookie that the token is exchanged for."""
        return self.get(f"/?token={self.token}").headers["set-cookie"].split(";")[0]

    def socket_status(self, origin: str | None, host: str | None = None, cookie: str = "") -> int:
        """Return the status with which the server answers the opening of a widget socket."""
        asked = {"Origin": origin, "Host": host, "Cookie": cookie}
        return self.get(SOCKET, **UPGRADE, **{name: value for name, value in asked.items() if value}).status


def server_of(address: str) -> Server:
    """Return the server behind a printed address."""
    parts = urlsplit(address)
    assert parts.port
    return Server(parts.port, parts.query.removeprefix("token="))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with served(SMALL, "--root-path", PATH, "--public-host", PUBLIC) as address:
        assert urlsplit(address).path == f"{PATH}/"
        yield server_of(address)


def test_the_token_becomes_a_cookie_that_scripts_cannot_read(server: Server) -> None:
    visit = server.get(f"/?token={server.token}&day=3")

    assert visit.status == 303
    assert visit.headers["location"] == f"{PATH}/?day=3"
    assert all(word in visit.headers["set-cookie"].lower() for word in ("httponly", "samesite=lax", f"path={PATH}/"))


def test_without_the_token_the_page_says_how_to_get_it(server: Server) -> None:
    first = server.get("/?day=3")
    form = server.get("/sign-in?day=3")

    assert (first.status, first.headers["location"]) == (303, f"{PATH}/sign-in?day=3")
    assert "westphalia view" in form.text
    assert '<input type="hidden" name="day" value="3">' in form.text
    assert server.token not in form.text


@pytest.mark.parametrize("path", ["/resourcez", "/static/main-vuetify.js", "/front-end/requirejs@2.3.6/require.js"])
def test_nothing_else_is_served_without_the_token(server: Server, path: str) -> None:
    assert server.get(path).status == 403
    assert server.get(path, Cookie=server.cookie).status == 200


@pytest.mark.parametrize("token", ["", "x", "ä"])
def test_a_wrong_token_opens_nothing(server: Server, token: str) -> None:
    name = server.cookie.partition("=")[0]

    assert server.get("/resourcez", Cookie=f"{name}={token}".encode().decode("latin-1")).status == 403


def test_another_host_is_refused_even_with_the_token(server: Server) -> None:
    assert server.get(f"/?token={server.token}", Host="evil.example").status == 400
    assert server.get("/", Host="evil.example", Cookie=server.cookie).status == 400


def test_a_rebound_host_with_its_own_origin_gets_no_socket(server: Server) -> None:
    rebound = f"evil.example:{server.port}"

    assert server.socket_status(f"http://{rebound}", host=rebound, cookie=server.cookie) == 400


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null"])
def test_a_foreign_origin_gets_no_socket_even_with_the_cookie(server: Server, origin: str) -> None:
    assert server.socket_status(origin, cookie=server.cookie) == 403


def test_the_page_s_own_origin_gets_a_socket_with_the_cookie_only(server: Server) -> None:
    own = f"http://127.0.0.1:{server.port}"

    assert server.socket_status(own, cookie=server.cookie) == 101
    assert server.socket_status(own) == 403
    assert server.socket_status(None) == 403


def test_a_proxy_that_was_named_reaches_the_page_under_its_own_name(server: Server) -> None:
    assert server.get("/resourcez", Host=PUBLIC, Cookie=server.cookie).status == 200
    assert server.socket_status(f"https://{PUBLIC}", cookie=server.cookie) == 101


@pytest.mark.parametrize("prefix", ["", PATH])
def test_all_addresses_of_the_page_follow_the_path_of_a_proxy(server: Server, prefix: str) -> None:
    page = server.get(f"{prefix}/", Cookie=server.cookie).text
    addresses = re.findall(r'(?:href|src)="(/[^"]*)"', page)

    assert len(addresses) >= 7
    assert [address for address in addresses if not address.startswith(f"{PATH}/")] == []
    assert f'solara.rootPath = "{PATH}"' in page
    for address in addresses:
        assert server.get(address.removeprefix(PATH if not prefix else ""), Cookie=server.cookie).status == 200


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in")
def test_the_page_is_played_under_the_path_of_a_proxy(server: Server) -> None:
    faults: list[str] = []
    with chromium() as browser:
        page = opened(browser, f"http://127.0.0.1:{server.port}{PATH}/?token={server.token}", faults)
        press(page, "Step")
        wait_for_day(page, 1)
        assert urlsplit(page.url).path == f"{PATH}/"
        page.context.close()

    assert faults == []
