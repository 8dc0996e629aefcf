import json
import os
import sys
from urllib.request import Request, urlopen

order = "b9872ed4-12c5-4fb5-ae18-4f39b11ee912"
status = "Traveler cancel"

request = Request(
    os.environ.get("AX_BASE_URL", "https://test.ax-cloud.com") + f"/v1/channel/orders/tour/{order}",
    method="PATCH",
    headers={
        "Authorization": f"Token {os.environ['AX_API_KEY']}",
        "Content-Type": "application/json",
    },
    data=json.dumps(
        {
            "ax_status": status,
            "channel_status": status,
            "comment": "여행자의 개인 사정으로 인한 취소",
        }
    ).encode(),
)
try:
    with urlopen(request, timeout=10) as response:
        answer = json.load(response)
    echo = [answer["ax_order_code"], answer["ax_order_status"], answer["channel_order_status"]]
    if response.status != 200 or echo != [order, status, status]:
        raise ValueError(f"HTTP {response.status} {answer}")
except Exception as error:
    sys.exit(
        f"Not confirmed: {error!r}. After 400, 403 or 404 nothing was cancelled; "
        "otherwise the result is unknown, so check the order."
    )
print(f"Cancelled: {order}")
