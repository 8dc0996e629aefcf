"""Faults in what a body may be, and methods beside PATCH."""

import re

from shop import STATUSES

FIELDS = ("ax_status", "channel_status")
TRAVELER = STATUSES[0]
EMOJI = re.compile("[\U0001f300-\U0001faff]")


def _on_dict(change):
    return {"normalise": lambda self, body: change(body) if isinstance(body, dict) else body}


def _on_status(change, fields=FIELDS):
    return _on_dict(lambda body: body | {name: change(body[name]) for name in fields if name in body})


def _on_text(change, fields=FIELDS):
    return _on_status(lambda value: change(value) if isinstance(value, str) else value, fields)


def _crash_if(meets, why):
    def normalise(self, body):
        if meets(body):
            raise RuntimeError(why)
        return body

    return {"normalise": normalise}


def _crash_in_dict(meets, why):
    return _crash_if(lambda body: isinstance(body, dict) and meets(body), why)


def _crash_on_comment(pattern, why):
    return _crash_in_dict(
        lambda body: isinstance(body.get("comment"), str) and re.search(pattern, body["comment"]), why
    )


def _object_if(meets, field, message):
    return {"objections": lambda self, body: {field: [message]} if meets(body) else {}}


def _comment(body):
    return body.get("comment") or ""


def _unwrap(body):
    return next((value for value in body.values() if isinstance(value, dict)), body)


def _first(value):
    return value[0] if isinstance(value, list) and value else value


def _listed(value):
    return value if value in STATUSES else TRAVELER


REQUEST = {
    "body.ax-status-optional": _on_dict(lambda body: {"ax_status": body.get("channel_status")} | body),
    "body.channel-status-optional": _on_dict(lambda body: {"channel_status": body.get("ax_status")} | body),
    "body.ax-status-unlisted": _on_text(_listed, ["ax_status"]),
    "body.channel-status-unlisted": _on_text(_listed, ["channel_status"]),
    "body.status-any-case": _on_text(str.capitalize),
    "body.status-trimmed": _on_text(str.strip),
    "body.status-underscore": _on_text(lambda value: value.replace("_", " ")),
    "body.status-null": _on_status(lambda value: TRAVELER if value is None else value),
    "body.status-array": _on_status(_first),
    "body.status-empty": _on_text(lambda value: value or TRAVELER),
    "body.empty-accepted": _on_dict(lambda body: body or dict.fromkeys(FIELDS, TRAVELER)),
    "body.list-accepted": {"normalise": lambda self, body: _first(body)},
    "body.unwrapped": _on_dict(_unwrap),
    "body.broken-accepted": {"repairs": True},
    "body.any-type": {"reads_any_type": True},
    "body.misnamed-accepted": _on_dict(
        lambda body: {
            new: body[old]
            for new, old in (("ax_status", "ax_order_status"), ("channel_status", "channel_order_status"))
            if old in body
        }
        | body
    ),
    "body.extra-field-refused": _object_if(
        lambda body: set(body) - {*FIELDS, "comment"}, "non_field_errors", "Unknown field."
    ),
    "body.traveler-only": _object_if(
        lambda body: body["ax_status"] == "Unavoidable cancel", "ax_status", "유효하지 않은 선택입니다."
    ),
    "body.new-refused": _object_if(lambda body: body["ax_status"] == "New", "ax_status", "Not a cancel."),
    "body.unequal-refused": _object_if(
        lambda body: body["ax_status"] != body["channel_status"], "non_field_errors", "The statuses differ."
    ),
    "comment.refused": _object_if(lambda body: body.get("comment") is not None, "comment", "Unknown field."),
    "comment.required": _object_if(lambda body: body.get("comment") is None, "comment", "필수 항목입니다."),
    "comment.short": _object_if(lambda body: len(_comment(body)) > 1000, "comment", "Too long."),
    "comment.ascii": _object_if(lambda body: not _comment(body).isascii(), "comment", "Not ASCII."),
    "comment.crash-on-emoji": _crash_on_comment(EMOJI, "Incorrect string value"),
    "comment.crash-when-long": _crash_on_comment(r"(?s)^.{1000}", "value too long for type character varying"),
    "comment.crash-on-quote": _crash_on_comment("['\"]", "unterminated quoted string"),
    "comment.crash-on-line-break": _crash_on_comment("\n", "Header values can't contain newlines"),
    "comment.crash-when-absent": _crash_in_dict(
        lambda body: "ax_status" in body and "comment" not in body, "KeyError: 'comment'"
    ),
    "body.crash-on-list": _crash_if(lambda body: isinstance(body, list), "list has no attribute 'get'"),
    "body.crash-when-empty": _crash_if(lambda body: body == {}, "KeyError: 'ax_status'"),
    "body.crash-on-number": _crash_in_dict(
        lambda body: type(body.get("ax_status")) is int, "'int' object has no attribute 'strip'"
    ),
    "body.crash-on-null-status": _crash_in_dict(
        lambda body: "ax_status" in body and body["ax_status"] is None, "'NoneType' has no attribute 'strip'"
    ),
    "body.crash-on-unlisted": _crash_in_dict(
        lambda body: isinstance(body.get("ax_status"), str) and body["ax_status"] not in STATUSES,
        "no handler for this status",
    ),
    "body.crash-when-absent": _crash_if(lambda body: body is None, "'NoneType' has no attribute 'get'"),
    "method.put": {"methods": ["PUT"]},
    "method.post": {"methods": ["POST"]},
    "method.delete": {"methods": ["DELETE"]},
}
