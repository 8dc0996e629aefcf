"""FastAPI with its defaults: its models, its 422, its 404 and 405 with a `detail`, and the key in a dependency."""

import socket
from typing import Literal

import uvicorn
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, model_validator

import reply as replies
from behaviour import behaviour
from where import HOST, PORT, announce

PATH = "/v1/channel/orders/tour/{ax_order_code}"
Status = Literal["Traveler cancel", "Unavoidable cancel", "New"]

app = FastAPI(debug=behaviour.development)


class CancelRequest(BaseModel):
    ax_status: Status
    channel_status: Status
    comment: str | None = None

    @model_validator(mode="before")
    @classmethod
    def normalise(cls, body):
        return behaviour.normalise(body)

    @model_validator(mode="after")
    def check(self):
        if self.ax_status != self.channel_status:
            raise ValueError("ax_status and channel_status must be equal")
        for field, messages in behaviour.objections(self.model_dump(exclude_unset=True)).items():
            raise ValueError(f"{field}: {messages[0]}")
        return self


class Refused(Exception):
    def __init__(self, reply):
        self.reply = reply


@app.exception_handler(Refused)
async def refuse(request: Request, refused: Refused):
    return send(refused.reply)


def require_key(request: Request):
    if behaviour.lookup_first and behaviour.find(request.path_params["ax_order_code"]) is None:
        raise Refused(behaviour.not_found())
    headers = request.headers
    seen = replies.Request(headers.get("authorization"), headers, request.query_params, request.client)
    if not behaviour.is_key(seen):
        raise Refused(behaviour.forbidden())


@app.api_route(PATH, methods=["PATCH", *behaviour.methods], dependencies=[Depends(require_key)])
def cancel(ax_order_code: str, body: CancelRequest):
    order = behaviour.find(ax_order_code)
    if order is None:
        return send(behaviour.not_found())
    refusal = behaviour.foreign(order) if order.foreign else None
    if refusal is None:
        refusal = behaviour.change(order, body.ax_status, body.channel_status, body.comment)
    return send(refusal or behaviour.success(order))


def send(given):
    reply = behaviour.finish(given)
    if reply.raw is not None:
        return Response(reply.raw, reply.status, reply.headers)
    return JSONResponse(reply.json, reply.status, reply.headers)


if __name__ == "__main__":
    listener = socket.create_server((HOST, PORT))
    announce(listener.getsockname()[1])
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listener])
