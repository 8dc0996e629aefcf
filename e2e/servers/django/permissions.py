from rest_framework.permissions import BasePermission

import reply as replies
from behaviour import behaviour
from refused import Refused
from shop import API_KEY


class HasKey(BasePermission):
    """Django REST framework words the refusal itself, in the language of the settings."""

    def has_permission(self, request, view):
        if behaviour.lookup_first and behaviour.find(view.kwargs["ax_order_code"]) is None:
            raise Refused(behaviour.not_found())
        if self.is_key(request):
            return True
        if behaviour.replaces("forbidden"):
            raise Refused(behaviour.forbidden())
        return False

    def is_key(self, request):
        authorization = request.headers.get("Authorization")
        if behaviour.replaces("is_key"):
            return behaviour.is_key(replies.Request(authorization, request.headers, request.query_params))
        # As in the framework's own TokenAuthentication: the word in any case, and any white space.
        parts = (authorization or "").split()
        return len(parts) == 2 and parts[0].lower() == "token" and parts[1] == API_KEY
