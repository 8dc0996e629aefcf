from django.http import HttpResponse
from rest_framework.response import Response
from rest_framework.views import exception_handler

from behaviour import behaviour
from refused import Refused
from reply import Reply


def handle(exc, context):
    """The framework's own error responses, which a fault may change."""
    if isinstance(exc, Refused):
        return send(exc.reply)
    response = exception_handler(exc, context)
    if response is None:
        return None
    reply = behaviour.finish(Reply(response.status_code, response.data))
    response.data = reply.json
    for name, value in reply.headers.items():
        response[name] = value
    return response


def send(given):
    reply = behaviour.finish(given)
    if reply.raw is not None:
        return HttpResponse(reply.raw, status=reply.status, headers=reply.headers)
    return Response(reply.json, status=reply.status, headers=reply.headers)
