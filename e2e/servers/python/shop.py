"""The orders of one run and the texts of the page: what every server here has in memory, whatever its framework."""

import os
from dataclasses import dataclass

STATUSES = ["Traveler cancel", "Unavoidable cancel", "New"]
FORBIDDEN = "이 작업을 수행할 권한(permission)이 없습니다."
NOT_FOUND = "찾을 수 없습니다."
ALREADY_CANCELLED = "이미 취소된 주문입니다."

API_KEY = os.environ.get("API_KEY", "")


@dataclass
class Order:
    ax_code: str
    channel_code: str
    foreign: bool
    ax_status: str = "New"
    channel_status: str = "New"
    comment: str | None = None

    def set(self, ax_status, channel_status, comment=None):
        self.ax_status, self.channel_status, self.comment = ax_status, channel_status, comment


def _read(name, foreign):
    pairs = [pair.split(":") for pair in os.environ.get(name, "").split(",") if pair]
    return {ax_code: Order(ax_code, channel_code, foreign) for ax_code, channel_code in pairs}


#: By AX order code.
ORDERS = _read("ORDERS", False) | _read("FOREIGN", True)


def view(order):
    """What a success has: the four fields of the page."""
    return {
        "channel_order_code": order.channel_code,
        "channel_order_status": order.channel_status,
        "ax_order_code": order.ax_code,
        "ax_order_status": order.ax_status,
    }
