from rest_framework.permissions import BasePermission

import reply as replies
from behaviour import behaviour
from refused import Refused


class HasKey(BasePermission):
    """Django REST framework words the refusal itself, in the language of the settings."""

    def has_permission(self, request, view):
        if behaviour.lookup_first and behaviour.find(view.kwargs["ax_order_code"]) is None:
            raise Refused(behaviour.not_found())
        authorization = with_exact_word(request.headers.get("Authorization"))
        if behaviour.is_key(replies.Request(authorization, request.headers, request.query_params)):
            return True
        if behaviour.replaces("forbidden"):
            raise Refused(behaviour.forbidden())
        return False


def with_exact_word(authorization):
    """As in the framework's own TokenAuthentication: the word may be in any case, with any white space after it."""
    parts = (authorization or "").split()
    if len(parts) == 2 and parts[0].lower() == "token":
        return f"Token {parts[1]}"
    return authorization
