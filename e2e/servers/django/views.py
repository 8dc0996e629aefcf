from rest_framework import serializers
from rest_framework.exceptions import NotFound, PermissionDenied
from rest_framework.parsers import JSONParser
from rest_framework.views import APIView

from behaviour import behaviour
from refusals import send
from refused import Refused
from shop import STATUSES


class CancelSerializer(serializers.Serializer):
    ax_status = serializers.ChoiceField(choices=STATUSES)
    channel_status = serializers.ChoiceField(choices=STATUSES)
    comment = serializers.CharField(required=False)

    def validate(self, attrs):
        objections = behaviour.objections(dict(attrs))
        if objections:
            raise serializers.ValidationError(objections)
        return attrs


class AnyTypeParser(JSONParser):
    media_type = "*/*"


class CancelOrderView(APIView):
    def patch(self, request, ax_order_code):
        order = self.get_order(ax_order_code)
        serializer = CancelSerializer(data=behaviour.normalise(request.data))
        if not serializer.is_valid():
            behaviour.on_invalid(order)
            raise serializers.ValidationError(serializer.errors)
        body = serializer.validated_data
        conflict = behaviour.change(order, body["ax_status"], body["channel_status"], body.get("comment"))
        return send(conflict or behaviour.success(order))

    def get_order(self, code):
        order = behaviour.find(code)
        if order is None:
            raise Refused(behaviour.not_found()) if behaviour.replaces("not_found") else NotFound()
        if order.foreign:
            if not behaviour.replaces("foreign"):
                raise PermissionDenied()
            refusal = behaviour.foreign(order)
            if refusal is not None:
                raise Refused(refusal)
        return order


if behaviour.reads_any_type:
    CancelOrderView.parser_classes = [AnyTypeParser]
for method in behaviour.methods:
    setattr(CancelOrderView, method.lower(), CancelOrderView.patch)
