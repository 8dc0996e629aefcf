"""Flask with its defaults: its HTML pages for 400, 404, 405 and 415, and a validation by hand.

The same cancel again is a success, and `New` is refused: two things that the page leaves open.
"""

from flask import Flask, Response, jsonify, request
from werkzeug.serving import make_server

import reply as replies
from behaviour import behaviour
from reply import Reply
from shop import STATUSES
from where import HOST, PORT, announce

CANCELS = STATUSES[:2]

app = Flask(__name__)
app.debug = behaviour.development
app.json.ensure_ascii = False


@app.before_request
def require_key():
    code = (request.view_args or {}).get("ax_order_code")
    if code is None:
        return None
    if behaviour.lookup_first and behaviour.find(code) is None:
        return send(behaviour.not_found())
    if behaviour.key_last:
        errors = validate(read_body())
        if errors:
            return errors, 400
    seen = replies.Request(request.headers.get("Authorization"), request.headers, request.args)
    return None if behaviour.is_key(seen) else send(behaviour.forbidden())


@app.route("/v1/channel/orders/tour/<ax_order_code>", methods=["PATCH", *behaviour.methods])
def cancel(ax_order_code):
    order = behaviour.find(ax_order_code)
    if order is None:
        return send(behaviour.not_found())
    refusal = behaviour.foreign(order) if order.foreign else None
    if refusal is not None:
        return send(refusal)
    body = behaviour.normalise(read_body())
    errors = validate(body) or behaviour.objections(body)
    if errors:
        behaviour.on_invalid(order)
        return jsonify(errors), 400
    statuses = (body["ax_status"], body["channel_status"])
    if (order.ax_status, order.channel_status) == statuses:
        return send(behaviour.success(order))
    return send(behaviour.change(order, *statuses, body.get("comment")) or behaviour.success(order))


def read_body():
    if behaviour.repairs:
        return request.get_json(silent=True) or dict.fromkeys(("ax_status", "channel_status"), CANCELS[0])
    return request.get_json(force=behaviour.reads_any_type)


def validate(body):
    """Messages by field; empty for a body that is valid."""
    if not isinstance(body, dict):
        return {"detail": "A JSON object is expected."}
    errors = {}
    for name in ("ax_status", "channel_status"):
        if name not in body:
            errors[name] = ["This field is required."]
        elif body[name] not in CANCELS:
            errors[name] = ["Not a cancel."]
    if not isinstance(body.get("comment", ""), str):
        errors["comment"] = ["Not a text."]
    return errors


def send(given: Reply):
    reply = behaviour.finish(given)
    if reply.raw is not None:
        return Response(reply.raw, reply.status, reply.headers)
    response = jsonify(reply.json)
    response.status_code = reply.status
    response.headers.update(reply.headers)
    return response


if __name__ == "__main__":
    server = make_server(HOST, PORT, app, threaded=True)
    announce(server.port)
    server.serve_forever()
