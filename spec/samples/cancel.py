import json
import os
import sys
from urllib.parse import quote
from urllib.request import HTTPRedirectHandler, Request, build_opener

order = {{order}}
status = {{status}}
api_key = os.environ.get("AX_API_KEY") or sys.exit("Set AX_API_KEY to your API key.")


class NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


body = {
{{#fields}}
    {{nameText}}: {{value}},
{{/fields}}
}
request = Request(
    os.environ.get("AX_BASE_URL", {{serverText}}) + "{{pathBefore}}" + quote(order, safe=""){{#pathEnd}} + "{{pathEnd}}"{{/pathEnd}},
    json.dumps(body).encode(),
    {
        "Authorization": "{{keyPrefix}}" + api_key,
        "Content-Type": "application/json",
{{#headers}}
        {{nameText}}: {{text}},
{{/headers}}
    },
    method="{{method}}",
)
text = ""
try:
    # The limit holds for each read.
    with build_opener(NoRedirects).open(request, timeout=10) as response:
        text = response.read().decode()
    cancelled = json.loads(text)
    if response.status != {{success}} or (
{{#echoes}}
        {{^first}}or {{/first}}cancelled{{access}} != {{expected}}
{{/echoes}}
    ):
        raise ValueError(f"HTTP {response.status}")
except Exception as error:
    sys.exit(f"Not confirmed: {error!r} {text}. After {{refused}} nothing was cancelled; otherwise the result is unknown, so check the order.")
print(f"Cancelled: {order}")
