package consumer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openapitools.client.model.CancelRequest;
import org.openapitools.client.model.CancelledOrder;
import org.openapitools.client.model.ErrorDetail;
import org.openapitools.client.model.InvalidRequest;
import org.openapitools.client.model.RequestedStatus;

/** What the test gives and expects to be printed, by the contract's names. Every value goes through the generated types. */
final class Fields {
    static final String BASE_URL = System.getenv("BASE_URL");
    static final String KEY = System.getenv("Authorization");
    static final String ORDER = System.getenv("ax_order_code");
    /** Whether to leave out what must be set, so that the test sees it fail. */
    static final boolean AS_GENERATED = System.getenv("AS_GENERATED") != null;

    /** The request; without a comment where none is given. */
    static CancelRequest request() {
        CancelRequest request = new CancelRequest()
            .axStatus(RequestedStatus.fromValue(System.getenv("ax_status")))
            .channelStatus(RequestedStatus.fromValue(System.getenv("channel_status")));
        String comment = System.getenv("comment");
        return comment == null ? request : request.comment(comment);
    }

    /** What is printed of a response that the client returns. */
    static Map<String, Object> returned(int status, CancelledOrder order) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "channel_order_code", order.getChannelOrderCode());
        put(body, "channel_order_status", order.getChannelOrderStatus());
        put(body, "ax_order_code", order.getAxOrderCode());
        put(body, "ax_order_status", order.getAxOrderStatus());
        return printed(status, null, body);
    }

    /** What is printed of an exception with a response. */
    static Map<String, Object> raised(int status, Exception exception, ErrorDetail error) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "detail", error.getDetail());
        return printed(status, exception, body);
    }

    static Map<String, Object> raised(int status, Exception exception, InvalidRequest error) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "detail", error.getDetail());
        put(body, "ax_status", error.getAxStatus());
        put(body, "channel_status", error.getChannelStatus());
        put(body, "comment", error.getComment());
        put(body, "non_field_errors", error.getNonFieldErrors());
        return printed(status, exception, body);
    }

    /** What is printed of an exception without a response. */
    static Map<String, Object> raised(Exception exception) {
        return printed(null, exception, null);
    }

    private static Map<String, Object> printed(Integer status, Exception exception, Object body) {
        Map<String, Object> printed = new LinkedHashMap<>();
        printed.put("status", status);
        printed.put("raised", exception == null ? null : exception.getClass().getSimpleName());
        printed.put("body", body);
        return printed;
    }

    /** Java's generated lists are empty where the response has none. */
    private static void put(Map<String, Object> body, String name, Object value) {
        boolean absent = value == null || (value instanceof Collection && ((Collection<?>) value).isEmpty());
        if (!absent) body.put(name, value);
    }
}
