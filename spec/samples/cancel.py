import json
import os
import sys
from urllib.parse import quote
from urllib.request import Request, urlopen

order = {{order}}
status = {{status}}
api_key = os.environ.get("AX_API_KEY") or sys.exit("Set AX_API_KEY to your API key.")

request = Request(
    os.environ.get("AX_BASE_URL", {{serverText}}) + "{{pathBefore}}" + quote(order, safe=""){{#pathEnd}} + "{{pathEnd}}"{{/pathEnd}},
    method="{{method}}",
    headers={
        "Authorization": "{{keyPrefix}}" + api_key,
        "Content-Type": "application/json",
{{#headers}}
        {{nameText}}: {{text}},
{{/headers}}
    },
    data=json.dumps(
        {
{{#fields}}
            {{nameText}}: {{value}},
{{/fields}}
        }
    ).encode(),
)
try:
    # The limit holds for each read.
    with urlopen(request, timeout=10) as response:
        cancelled = json.load(response)
    if response.status != {{success}} or (
{{#echoes}}
        cancelled{{access}} != {{expected}}{{^last}} or{{/last}}
{{/echoes}}
    ):
        raise ValueError(f"HTTP {response.status} {cancelled}")
except Exception as error:
    sys.exit(
        f"Not confirmed: {error!r}. After {{refused}} nothing was cancelled; "
        "otherwise the result is unknown, so check the order."
    )
print(f"Cancelled: {order}")
