from dataclasses import dataclass, field


@dataclass
class Reply:
    """A response: the framework writes `json` as JSON; `raw` is sent unchanged."""

    status: int
    json: object = None
    raw: bytes | None = None
    headers: dict = field(default_factory=dict)


def raw(status, text, content_type):
    body = text.encode() if isinstance(text, str) else text
    return Reply(status, raw=body, headers={"Content-Type": content_type})


@dataclass
class Request:
    """What a check of the key may look at."""

    authorization: str | None
    headers: object
    query: object
    #: Names the connection, where the framework tells.
    connection: object = None
