import json
import os
import sys
from threading import Thread
from urllib.parse import quote
from urllib.request import HTTPErrorProcessor, Request, build_opener

order = {{order}}
status = {{status}}


def end(exit_code, message):
    print(message, file=sys.stderr if exit_code else sys.stdout)
    sys.exit(exit_code)


api_key = os.environ.get("AX_API_KEY") or end({{exitMisuse}}, "Set AX_API_KEY to your API key.")
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


class AsReceived(HTTPErrorProcessor):  # no error for a status, no redirect
    http_response = https_response = lambda self, request, response: response


def send():
    try:
        with build_opener(AsReceived).open(request, timeout={{limit}}) as response:
            received["http"] = response.status
            received["text"] = response.read().decode()
        received["parsed"] = json.loads(received["text"])
    except Exception as error:
        received["text"] += f" ({error!r})"


received = {"http": 0, "text": "", "parsed": None}
call = Thread(target=send, daemon=True)
call.start()
call.join({{limit}})  # seconds for the whole call; the limit above holds for each read
http, text, parsed = received["http"], received["text"], received["parsed"]

if isinstance(parsed, dict):
    if (
{{#refusals}}
        {{^first}}or {{/first}}http == {{status}}{{#required}} and parsed.get({{nameText}}) is not None{{/required}}
{{/refusals}}
    ):
        end({{exitRefused}}, f"Refused: HTTP {http} {text}. Nothing was cancelled{{mark}}.")
{{#steps}}
    parsed = parsed.get({{nameText}}) or {}
{{/steps}}
    if (
        http == {{success}}
{{#echoes}}
        and parsed.get({{nameText}}) == {{expected}}
{{/echoes}}
    ):
        end(0, f"Cancelled: {order}")
end({{exitUnknown}}, f"Unknown: HTTP {http} {text}. Check the order before you send again.")
