"""What a server's refusal means, and what its user can do about it."""

from __future__ import annotations

import html
import re
import ssl

import httpx

from kg.errors import KgError, QueryError, StoreError

_TAGS = re.compile(r"<(script|style|title|h1)\b.*?</\1>|<[^>]*>", re.S | re.I)
_KNOWN = "Oxigraph: http://HOST:7878/store; Virtuoso: http://HOST:8890/sparql-graph-crud-auth"
_NO_DEFAULT = re.compile(r'contains "default" param')  # Virtuoso's words
LONGEST = 240  # characters of a server's own words


def unreachable(url: str, error: httpx.TransportError) -> StoreError:
    """No answer at all."""
    if isinstance(error, httpx.TimeoutException):
        return StoreError(url, "gives no answer in time", "try again later, or look into the server's log")
    if isinstance(error.__cause__, ssl.SSLError) or "certificate" in str(error).lower():
        return StoreError(url, f"cannot be trusted: {error}", "check the address and the server's certificate")
    if isinstance(error, httpx.ConnectError):
        return StoreError(url, "cannot be reached", "is the server running, and is the address right?")
    return StoreError(url, f"broke off the connection ({type(error).__name__})",
                      "run the same command again when the server is up: nothing is lost")


def refused(url: str, response: httpx.Response, login: tuple[str, str] | None, query: bool) -> KgError:
    """An answer that says no."""
    status, words = response.status_code, said(response)
    if query and status in (400, 422, 500):
        return QueryError(url, f"the query is not taken: {words}")
    if status == 401:
        return _unknown_user(url, login)
    if _NO_DEFAULT.search(words):
        return StoreError(url, "has no default graph", "name a graph with --graph IRI")
    if response.is_redirect:
        return StoreError(url, f"has moved to {response.headers.get('Location', 'elsewhere')}", "use that address")
    what, remedy = _REASONS.get(status, ("fails" if status >= 500 else "refuses", "look into the server's log"))
    return StoreError(url, f"{what} (HTTP {status}{f': {words}' if words else ''})", remedy)


def _unknown_user(url: str, login: tuple[str, str] | None) -> StoreError:
    if login:
        return StoreError(url, f"does not accept the user {login[0]!r} with this password",
                          "check --user and --password-env")
    return StoreError(url, "asks who is there", "give --user NAME and --password-env VARIABLE")


def said(response: httpx.Response) -> str:
    """The server's own words, without markup, in one line."""
    text = response.text
    if "html" in response.headers.get("Content-Type", "") or text.lstrip().startswith("<"):
        text = html.unescape(_TAGS.sub(" ", text))
    text = " ".join(text.partition("SPARQL query:")[0].split())  # Virtuoso repeats the whole query
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"


_REASONS = {
    400: ("does not take the statements", "check the file with kg load --store, which reads it strictly"),
    403: ("does not let this user write", "give the user the right to (Virtuoso: grant SPARQL_UPDATE)"),
    404: ("has nothing at this address", f"use the address of its Graph Store Protocol ({_KNOWN})"),
    405: ("takes no graphs at this address", f"use the address of its Graph Store Protocol ({_KNOWN})"),
    406: ("cannot answer in a known format", "is it the address of a SPARQL endpoint?"),
    413: ("finds a portion too large", "raise the server's limit for a request's size"),
    415: ("does not take Turtle", f"use the address of its Graph Store Protocol ({_KNOWN})"),
    501: ("does not know how to do this", f"use the address of its Graph Store Protocol ({_KNOWN})"),
    507: ("has no space left", "make room on the server's disk"),
}
