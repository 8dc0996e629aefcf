"""Sends one cancel with the generated client, and prints the result as one line of JSON."""

import json
import sys
from os import environ
from pathlib import Path

# In place of an installation.
sys.path.append(str(Path(__file__).parent / "client"))

from openapi_client import ApiClient, ApiException, CancelRequest, Configuration, OrdersApi, RequestedStatus


def fields(model, names):
    values = {name: getattr(model, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


ORDER = ["channel_order_code", "channel_order_status", "ax_order_code", "ax_order_status"]
MESSAGES = ["detail", "ax_status", "channel_status", "comment", "non_field_errors"]

configuration = Configuration(host=environ["BASE_URL"], api_key={"apiKey": environ["Authorization"]})
request = CancelRequest(
    ax_status=RequestedStatus(environ["ax_status"]),
    channel_status=RequestedStatus(environ["channel_status"]),
)
if "comment" in environ:
    request.comment = environ["comment"]

with ApiClient(configuration) as client:
    try:
        response = OrdersApi(client).cancel_tour_order_with_http_info(environ["ax_order_code"], request)
        printed = {"status": response.status_code, "raised": None, "body": fields(response.data, ORDER)}
    except ApiException as e:
        names = MESSAGES if e.status == 400 else ["detail"]
        printed = {"status": e.status, "raised": type(e).__name__, "body": fields(e.data, names)}
print(json.dumps(printed))
