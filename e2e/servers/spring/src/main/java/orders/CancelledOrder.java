package orders;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a success has: the four fields of the page. */
public record CancelledOrder(
        @JsonProperty("channel_order_code") String channelOrderCode,
        @JsonProperty("channel_order_status") OrderStatus channelOrderStatus,
        @JsonProperty("ax_order_code") String axOrderCode,
        @JsonProperty("ax_order_status") OrderStatus axOrderStatus) {

    public static CancelledOrder of(Order order) {
        return new CancelledOrder(order.channelCode(), order.channelStatus(), order.axCode(), order.axStatus());
    }
}
