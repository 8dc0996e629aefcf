from django.urls import path

from views import CancelOrderView

urlpatterns = [path("v1/channel/orders/tour/<str:ax_order_code>", CancelOrderView.as_view())]
