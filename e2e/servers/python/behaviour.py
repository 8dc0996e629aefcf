"""What a server decides, apart from its framework: each step does what the page says, and one fault replaces some of them.

The framework keeps its own routing, its own reading and validation of a body, and its own error responses.
"""

import os

from shop import ALREADY_CANCELLED, API_KEY, FORBIDDEN, NOT_FOUND, ORDERS, view
from reply import Reply


class Behaviour:
    #: Other methods that cancel.
    methods: list[str] = []
    #: Looks the order up before the key.
    lookup_first = False
    #: Validates the body before the key.
    key_last = False
    #: Reads a body as JSON whatever its media type.
    reads_any_type = False
    #: Replaces a body that is not JSON.
    repairs = False
    #: Runs as on the developer's machine, where the framework's error pages say more.
    development = False

    def replaces(self, name):
        """Whether a fault replaces the member; otherwise a framework may do it in its own way."""
        return name in vars(type(self)) and type(self) is not Behaviour

    def is_key(self, request):
        return request.authorization == f"Token {API_KEY}"

    def forbidden(self):
        return Reply(403, {"detail": FORBIDDEN})

    def find(self, code):
        return ORDERS.get(code)

    def not_found(self):
        return Reply(404, {"detail": NOT_FOUND})

    def foreign(self, order):
        """The response to another channel's order; None lets it be cancelled."""
        return self.forbidden()

    def normalise(self, body):
        """Changes a parsed body before it is validated."""
        return body

    def objections(self, body):
        """Messages by field, beside those of the validation."""
        return {}

    def on_invalid(self, order):
        """Called when the body of a request is refused."""

    def change(self, order, ax_status, channel_status, comment):
        """Sets the statuses, or returns a response that says why not."""
        if order.ax_status != "New":
            return Reply(409, {"detail": ALREADY_CANCELLED})
        order.set(ax_status, channel_status, comment)
        return None

    def success(self, order):
        return Reply(200, view(order))

    def finish(self, reply):
        """Changes every response of the server itself before it is sent."""
        return reply


def _choose():
    from faults import FAULTS

    fault = os.environ.get("FAULT", "")
    if fault == "":
        return Behaviour()
    if fault not in FAULTS:
        raise SystemExit(f"This server has no fault {fault}.")
    return type("Faulty", (Behaviour,), FAULTS[fault])()


behaviour = _choose()
