"""Faults of the order's look-up, and of the response to a code that no order has."""

import re

from reply import Reply, raw
from shop import FORBIDDEN, NOT_FOUND, ORDERS

MOJIBAKE = NOT_FOUND.encode().decode("latin-1")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def _find_by(matches):
    def find(self, code):
        own = (order for order in ORDERS.values() if not order.foreign and matches(order, code))
        return ORDERS.get(code) or next(own, None)

    return {"find": find}


def _like(text, pattern):
    """`LIKE` as a database reads it."""
    return re.fullmatch(re.escape(pattern).replace("%", ".*").replace("_", "."), text) is not None


def _not_found(status, json):
    return {"not_found": lambda self: Reply(status, json)}


def _not_found_raw(text, content_type):
    return {"not_found": lambda self: raw(404, text, content_type)}


def _crash(why):
    def crash(self, *_):
        raise RuntimeError(why)

    return crash


def _find_uuid(self, code):
    if not UUID.fullmatch(code):
        raise ValueError("badly formed hexadecimal UUID string")
    return ORDERS.get(code)


ORDER = {
    "order.wildcard": _find_by(lambda order, code: _like(order.ax_code, code)),
    "order.prefix": _find_by(lambda order, code: len(code) > 8 and order.ax_code.startswith(code)),
    "order.suffix": _find_by(lambda order, code: len(code) > 8 and order.ax_code.endswith(code)),
    "order.extended": _find_by(lambda order, code: code.startswith(order.ax_code)),
    "order.trimmed": _find_by(lambda order, code: order.ax_code == code.strip()),
    "order.any-case": _find_by(lambda order, code: order.ax_code == code.lower()),
    "order.by-channel-code": _find_by(lambda order, code: order.channel_code == code),
    "order.any": _find_by(lambda order, code: True),
    "order.404-as-200": _not_found(200, {"detail": NOT_FOUND}),
    "order.404-as-400": _not_found(400, {"detail": NOT_FOUND}),
    "order.404-as-403": _not_found(403, {"detail": FORBIDDEN}),
    "order.404-html": _not_found_raw("<!doctype html><h1>Not Found</h1>", "text/html"),
    "order.404-empty": _not_found_raw("", "application/json"),
    "order.404-without-detail": _not_found(404, {"message": "Not found"}),
    "order.404-empty-detail": _not_found(404, {"detail": ""}),
    "order.404-english": _not_found(404, {"detail": "Not found."}),
    "order.404-with-403-text": _not_found(404, {"detail": FORBIDDEN}),
    "order.404-mojibake": _not_found(404, {"detail": MOJIBAKE}),
    "order.404-single-quotes": _not_found_raw(f"{{'detail': '{NOT_FOUND}'}}", "application/json"),
    "order.crash-when-unknown": {"not_found": _crash("Order matching query does not exist.")},
    "order.crash-when-malformed": {"find": _find_uuid},
    "order.foreign-cancelled": {"foreign": lambda self, order: None},
    "order.foreign-as-404": {"foreign": lambda self, order: Reply(404, {"detail": NOT_FOUND})},
    "order.foreign-crash": {"foreign": _crash("'NoneType' object has no attribute 'channel'")},
}
