"""Faults of the response to a cancel, and of what any response gives away."""

import json
import time
import uuid

from reply import Reply, raw
from shop import ORDERS, view

OTHER = "11111111-2222-4333-8444-555555555555"
JSON = "application/json"


def _on_success(change):
    return {"success": lambda self, order: Reply(200, change(view(order)))}


def _with(**fields):
    return _on_success(lambda body: body | fields)


def _without(name):
    return _on_success(lambda body: {key: value for key, value in body.items() if key != name})


def _with_text(write, content_type=JSON):
    return {"success": lambda self, order: raw(200, write(view(order)), content_type)}


def _with_status(status):
    return {"success": lambda self, order: Reply(status, view(order))}


def _with_headers(headers):
    def finish(self, reply):
        reply.headers |= headers
        return reply

    return {"finish": finish}


def _with_field(**field):
    """Adds a field to every error."""

    def finish(self, reply):
        if reply.status >= 400 and isinstance(reply.json, dict):
            reply.json = reply.json | field
        return reply

    return {"finish": finish}


def _swapped(body):
    return body | {
        "ax_order_status": body["channel_order_status"],
        "channel_order_status": body["ax_order_status"],
    }


def _of_another(body):
    codes = list(ORDERS)
    following = codes[(codes.index(body["ax_order_code"]) + 1) % len(codes)]
    return body | {"channel_order_code": ORDERS[following].channel_code}


def _slow(self, order):
    time.sleep(7)
    return Reply(200, view(order))


RESPONSE = {
    "success.wrong-code": _with(ax_order_code=OTHER),
    "success.wrong-status": _with(ax_order_status="New"),
    "success.wrong-channel-status": _with(channel_order_status="New"),
    "success.always-traveler": _with(ax_order_status="Traveler cancel", channel_order_status="Traveler cancel"),
    "success.statuses-swapped": _on_success(_swapped),
    "success.without-ax-code": _without("ax_order_code"),
    "success.without-ax-status": _without("ax_order_status"),
    "success.without-channel-code": _without("channel_order_code"),
    "success.without-channel-status": _without("channel_order_status"),
    "success.null-channel-code": _with(channel_order_code=None),
    "success.null-status": _with(ax_order_status=None),
    "success.number-code": _with(channel_order_code=4711),
    "success.channel-code-constant": _with(channel_order_code=OTHER),
    "success.channel-code-random": _on_success(lambda body: body | {"channel_order_code": str(uuid.uuid4())}),
    "success.channel-code-of-another": _on_success(_of_another),
    "success.channel-code-empty": _with(channel_order_code=""),
    "success.channel-code-is-ax-code": _on_success(
        lambda body: body | {"channel_order_code": body["ax_order_code"]}
    ),
    "success.extra-field": _with(cancelled=True),
    "success.enveloped": _on_success(lambda body: {"status_code": 200, "data": body}),
    "success.in-list": _on_success(lambda body: [body]),
    "success.html-type": _with_text(json.dumps, "text/html; charset=utf-8"),
    "success.text-type": _with_text(json.dumps, "text/plain; charset=utf-8"),
    "success.byte-order-mark": _with_text(lambda body: "\ufeff" + json.dumps(body)),
    "success.duplicate-names": _with_text(
        lambda body: json.dumps(body).replace("{", '{"ax_order_status": "New", ')
    ),
    "success.euc-kr": _with_text(
        lambda body: json.dumps(body | {"message": "취소 완료"}, ensure_ascii=False).encode("euc-kr")
    ),
    "success.single-quotes": _with_text(repr),
    "success.trailing-comma": _with_text(lambda body: json.dumps(body)[:-1] + ",}"),
    "success.empty": _with_text(lambda body: ""),
    "success.201": _with_status(201),
    "success.202": _with_status(202),
    "success.204": {"success": lambda self, order: Reply(204, raw=b"")},
    "success.redirect": {
        "success": lambda self, order: Reply(303, raw=b"", headers={"Location": f"/orders/{order.ax_code}"})
    },
    "success.slow": {"success": _slow},
    "wire.untrue-encoding": _with_headers({"Content-Encoding": "gzip"}),
    "leak.development": {"development": True},
    "leak.sql": _with_field(debug="SELECT * FROM orders WHERE ax_code = 'x'"),
    "leak.stack-trace": _with_field(trace='Traceback (most recent call last):\n  File "views.py", line 41, in f'),
    "leak.e-mail": _with_field(contact="kim.minsu@example.com"),
    "leak.phone": _with_field(contact="010-1234-5678"),
    "leak.credentials": _with_field(source="postgres://orders:s3cret@db/orders"),
    "leak.private-address": _with_field(upstream="http://10.20.3.7:8000"),
    "leak.sql-header": _with_headers({"X-Query": "SELECT * FROM orders WHERE ax_code = 'x'"}),
    "leak.private-address-header": _with_headers({"X-Upstream": "10.20.3.7:8000"}),
    "leak.credentials-header": _with_headers({"X-Source": "postgres://orders:s3cret@db/orders"}),
}
