"""Admission: the page answers its own addresses only, and only whoever has the token that was printed.

As Jupyter does it: the printed address carries the token, which becomes a cookie, so that a page of somebody else - on
another site, another port of this machine, or a name that was made to point here (DNS rebinding) - can neither read
the page nor drive its widgets.
"""

import hmac
import secrets
from html import escape
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sim.browser.game.seats import Seats

TOKEN_BYTES: Final = 24
"""Length of a token before it is written out, bytes."""
SIGN_IN: Final = "/sign-in"
TOKEN: Final = "token"  # noqa: S105 - the name of the parameter
"""The parameter of an address that carries the token."""
FORM: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>westphalia: token needed</title><link rel="icon" href="data:,"><style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 40em; margin: 3em auto; padding: 0 1em; }}
input {{ font: inherit; width: 24em; max-width: 100%; }} button {{ font: inherit; }}
</style></head><body><main><h1>This page needs its token</h1>
<p>Open the address that <code>westphalia view</code> printed when it was started: it ends with <code>?token=...</code>.
A token is valid until that command ends; in a game each lets one browser in, once.</p>
<form action="{action}" method="get">{kept}<p><label>Or enter the token here:<br><input name="token" required
autofocus autocomplete="off"></label> <button>Open</button></p></form></main></body></html>"""


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


class Admission:
    """The door in front of an application: the token, the origin of sockets, and the path before a proxy."""

    def __init__(
        self,
        app: ASGIApp,
        token: str,
        cookie: str,
        root_path: str = "",
        hosts: tuple[str, ...] = (),
        seats: Seats | None = None,
    ) -> None:
        """Guard ``app``, which a proxy may serve under ``root_path`` of ``hosts``; in a game, seats have the tokens."""
        self._app = app
        self._seats = seats
        self._token = token
        self._cookie = cookie
        self._root = root_path
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        inner = without_prefix(scope, self._root)
        request = HTTPConnection(inner)
        answer = self._refusal(request)
        if answer is None:
            await self._app(inner, receive, send)
        else:
            await answer(inner, receive, send)

    def _refusal(self, request: HTTPConnection) -> Response | None:
        path, socket = request.scope["path"], request.scope["type"] == "websocket"
        if not self._is_own(request):
            return PlainTextResponse("This request comes from another site.", 403)
        if path == SIGN_IN and not socket:
            return self._form(request)
        cookie = None if socket else self._cookie_for(request.query_params.get(TOKEN, ""))
        if cookie is not None:
            return self._signed_in(request, cookie)
        if self._is_known(request.cookies.get(self._cookie, "")):
            return None
        if path == "/" and not socket:
            return RedirectResponse(self._address(SIGN_IN, request), 303)
        return PlainTextResponse("Open the address with the token that westphalia view printed.", 403)

    def _cookie_for(self, token: str) -> str | None:
        """Return the cookie that a token is exchanged for; None if it is none, or was used up."""
        if self._seats is not None:
            return self._seats.admitted(token)
        return self._token if hmac.compare_digest(token.encode(), self._token.encode()) else None

    def _is_known(self, cookie: str) -> bool:
        if self._seats is not None:
            return self._seats.role_of(cookie) is not None
        return hmac.compare_digest(cookie.encode(), self._token.encode())

    def _is_own(self, request: HTTPConnection) -> bool:
        """Return whether a request names no other origin than the page's own; programs name none."""
        origin = request.headers.get("origin")
        if origin is None:
            return True
        site = urlsplit(origin)
        return site.netloc == request.headers.get("host") or site.hostname in self._hosts

    def _address(self, path: str, request: HTTPConnection) -> str:
        rest = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != TOKEN])
        return f"{self._root}{path}" + (f"?{rest}" if rest else "")

    def _signed_in(self, request: HTTPConnection, cookie: str) -> Response:
        response = RedirectResponse(self._address(request.scope["path"], request), 303)
        response.set_cookie(self._cookie, cookie, httponly=True, samesite="lax", path=f"{self._root}/")
        return response

    def _form(self, request: HTTPConnection) -> Response:
        kept = "".join(
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
            for name, value in parse_qsl(request.url.query)
            if name != TOKEN
        )
        return HTMLResponse(FORM.format(action=escape(f"{self._root}/"), kept=kept))


def without_prefix(scope: Scope, root_path: str) -> Scope:
    """Return a request as it is when a proxy has taken its own path away, whether or not it has."""
    path = scope["path"]
    if not root_path or not (path == root_path or path.startswith(f"{root_path}/")):
        return scope
    shorter = path[len(root_path) :] or "/"
    return {**scope, "path": shorter, "raw_path": shorter.encode()}
