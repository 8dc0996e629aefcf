"""Faults of what a cancel leaves behind."""

import time

from reply import Reply
from shop import ALREADY_CANCELLED, ORDERS, STATUSES

TRAVELER = STATUSES[0]


def _refusal():
    return Reply(409, {"detail": ALREADY_CANCELLED})


def _parallel(self, order, *statuses):
    if order.ax_status != "New":
        return _refusal()
    # Reading and writing are two steps, and a second request comes in between.
    time.sleep(0.25)
    order.set(*statuses)
    return None


def _cancels_next(self, order, *statuses):
    if order.ax_status != "New":
        return _refusal()
    order.set(*statuses)
    following = (other for other in ORDERS.values() if not other.foreign and other.ax_status == "New")
    other = next(following, None)
    if other is not None:
        other.set(TRAVELER, TRAVELER)
    return None


def _not_kept(self, order, *statuses):
    order.set(*statuses)
    ORDERS[order.ax_code] = type(order)(order.ax_code, order.channel_code, order.foreign)


def _repeat_crash(self, order, *statuses):
    if order.ax_status != "New":
        raise RuntimeError("Can't switch from state cancelled")
    order.set(*statuses)


def _repeat_without_detail(self, order, *statuses):
    if order.ax_status != "New":
        return Reply(409, {"error": "conflict"})
    order.set(*statuses)
    return None


STATE = {
    "state.parallel": {"change": _parallel},
    "state.not-kept": {"change": _not_kept},
    "state.cancels-next": {"change": _cancels_next},
    "state.repeat-accepted": {"change": lambda self, order, *statuses: order.set(*statuses)},
    "state.repeat-crash": {"change": _repeat_crash},
    "state.repeat-without-detail": {"change": _repeat_without_detail},
    "state.refused-body-cancels": {"on_invalid": lambda self, order: order.set(TRAVELER, TRAVELER)},
}
