"""Sends one cancel with the generated client, and prints the result as one line of JSON."""

import json
from os import environ

from client import Client
from client.api.orders import cancel_tour_order
from client.models import CancelRequest, CancelledOrder, Error, InvalidRequest, RequestedStatus
from client.types import UNSET


def fields(model, names):
    values = {name: getattr(model, name) for name in names}
    return {name: value for name, value in values.items() if value is not UNSET}


NAMES = {
    CancelledOrder: ["channel_order_code", "channel_order_status", "ax_order_code", "ax_order_status"],
    InvalidRequest: ["detail", "ax_status", "channel_status", "comment", "non_field_errors"],
    Error: ["detail"],
}

# The generator leaves the key to the caller.
client = Client(base_url=environ["BASE_URL"])
if "AS_GENERATED" not in environ:
    client = client.with_headers({"Authorization": environ["Authorization"]})
request = CancelRequest(
    ax_status=RequestedStatus(environ["ax_status"]),
    channel_status=RequestedStatus(environ["channel_status"]),
    comment=environ.get("comment", UNSET),
)
response = cancel_tour_order.sync_detailed(environ["ax_order_code"], client=client, body=request)
body = fields(response.parsed, NAMES[type(response.parsed)])
print(json.dumps({"status": response.status_code, "raised": None, "body": body}))
