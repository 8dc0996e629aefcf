"""Faults of the key's check, and of the response to a wrong key."""

import time

from reply import Reply, raw
from shop import API_KEY, FORBIDDEN, NOT_FOUND

VALID = f"Token {API_KEY}"
MOJIBAKE = NOT_FOUND.encode().decode("latin-1")


def _key_of(request):
    """The key of the header, after the word; empty where there is none."""
    scheme, _, key = (request.authorization or "").partition(" ")
    return key if scheme == "Token" else ""


def _with_key(is_key):
    return {"is_key": lambda self, request: is_key(_key_of(request))}


def _with_request(is_key):
    return {"is_key": lambda self, request: is_key(request)}


def _forbidden(status, json):
    return {"forbidden": lambda self: Reply(status, json)}


def _forbidden_raw(text, content_type):
    return {"forbidden": lambda self: raw(403, text, content_type)}


_let_in = set()
_last_seen = ""


def _cached_per_connection(request):
    if request.authorization == VALID:
        _let_in.add(request.connection)
    return request.connection in _let_in


def _shared(request):
    global _last_seen
    _last_seen = _key_of(request)
    # A look-up in a database, during which the next request overwrites the variable.
    time.sleep(0.06)
    return _last_seen == API_KEY


KEY = {
    "key.prefix": _with_key(lambda key: key != "" and API_KEY.startswith(key)),
    "key.suffix": _with_key(lambda key: key != "" and API_KEY.endswith(key)),
    "key.contained": _with_request(lambda request: API_KEY in (request.authorization or "")),
    "key.extended": _with_key(lambda key: key.startswith(API_KEY)),
    "key.any-case": _with_key(lambda key: key.lower() == API_KEY.lower()),
    "key.any-of-length": _with_key(lambda key: len(key) == len(API_KEY)),
    "key.any": _with_key(lambda key: key != ""),
    "key.missing-let-in": _with_request(lambda request: request.authorization in (None, VALID)),
    "key.any-scheme": _with_request(lambda request: (request.authorization or "").split(" ")[-1] == API_KEY),
    "key.unquoted": _with_key(lambda key: key.strip('"{}') == API_KEY),
    "key.in-query": _with_request(
        lambda request: request.authorization == VALID or API_KEY in request.query.values()
    ),
    "key.in-other-header": _with_request(
        lambda request: request.authorization == VALID or request.headers.get("X-Api-Key") == API_KEY
    ),
    "key.cached-per-connection": _with_request(_cached_per_connection),
    "key.shared": _with_request(_shared),
    "key.crash-when-missing": _with_request(lambda request: request.authorization.split(" ")[1] == API_KEY),
    "key.lookup-first": {"lookup_first": True},
    "key.after-body": {"key_last": True},
    "key.401": _forbidden(401, {"detail": "자격 인증데이터가 제공되지 않았습니다."}),
    "key.401-without-detail": _forbidden(401, {}),
    "key.400": _forbidden(400, {"detail": FORBIDDEN}),
    "key.403-html": _forbidden_raw("<!doctype html><h1>Forbidden</h1>", "text/html"),
    "key.403-empty": _forbidden_raw("", "application/json"),
    "key.403-without-detail": _forbidden(403, {"message": "Forbidden"}),
    "key.403-empty-detail": _forbidden(403, {"detail": ""}),
    "key.403-list-detail": _forbidden(403, {"detail": ["권한이 없습니다."]}),
    "key.403-english": _forbidden(403, {"detail": "You do not have permission to perform this action."}),
    "key.403-with-404-text": _forbidden(403, {"detail": NOT_FOUND}),
    "key.403-mojibake": _forbidden(403, {"detail": MOJIBAKE}),
    "key.403-with-key": _forbidden(403, {"detail": f"{FORBIDDEN} ({API_KEY})"}),
}
