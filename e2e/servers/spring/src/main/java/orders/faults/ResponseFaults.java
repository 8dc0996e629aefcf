package orders.faults;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import orders.Behaviour;
import orders.CancelledOrder;
import orders.ErrorDetail;
import orders.Order;
import orders.Reply;
import orders.Shop;

/** Faults of the response to a cancel, and of what any response gives away. */
final class ResponseFaults {
    private static final String OTHER = "11111111-2222-4333-8444-555555555555";
    private static final String JSON = "application/json";
    private static final String AX_CODE = "ax_order_code";
    private static final String AX_STATUS = "ax_order_status";
    private static final String CHANNEL_CODE = "channel_order_code";
    private static final String CHANNEL_STATUS = "channel_order_status";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final Map<String, Consumer<Behaviour>> ALL = Map.ofEntries(
            entry("success.wrong-code", onFields(body -> body.put(AX_CODE, OTHER))),
            entry("success.wrong-status", onFields(body -> body.put(AX_STATUS, "New"))),
            entry("success.wrong-channel-status", onFields(body -> body.put(CHANNEL_STATUS, "New"))),
            entry("success.always-traveler", onFields(body -> {
                body.put(AX_STATUS, "Traveler cancel");
                body.put(CHANNEL_STATUS, "Traveler cancel");
            })),
            entry("success.statuses-swapped", onFields(body ->
                    body.put(CHANNEL_STATUS, body.put(AX_STATUS, body.get(CHANNEL_STATUS))))),
            entry("success.without-ax-status", onFields(body -> body.remove(AX_STATUS))),
            entry("success.without-channel-code", onFields(body -> body.remove(CHANNEL_CODE))),
            entry("success.without-channel-status", onFields(body -> body.remove(CHANNEL_STATUS))),
            entry("success.null-channel-code", onFields(body -> body.put(CHANNEL_CODE, null))),
            entry("success.channel-code-constant", onFields(body -> body.put(CHANNEL_CODE, OTHER))),
            entry("success.channel-code-random", onFields(body -> body.put(CHANNEL_CODE, UUID.randomUUID()))),
            entry("success.channel-code-of-another", onFields(body ->
                    body.put(CHANNEL_CODE, codeAfter(body.get(AX_CODE))))),
            entry("success.channel-code-empty", onFields(body -> body.put(CHANNEL_CODE, ""))),
            entry("success.channel-code-is-ax-code", onFields(body -> body.put(CHANNEL_CODE, body.get(AX_CODE)))),
            entry("success.extra-field", onFields(body -> body.put("cancelled", true))),
            entry("success.enveloped", server -> server.success = order ->
                    Reply.json(200, Map.of("status_code", 200, "data", CancelledOrder.of(order)))),
            entry("success.in-list", server -> server.success = order ->
                    Reply.json(200, List.of(CancelledOrder.of(order)))),
            entry("success.text-type", withText("text/plain;charset=UTF-8", text -> text)),
            entry("success.duplicate-names", withText(JSON, text ->
                    text.replace("{", "{\"ax_order_status\":\"New\","))),
            entry("success.single-quotes", withText(JSON, text -> text.replace('"', '\''))),
            entry("success.euc-kr", server -> server.success = order -> Reply.raw(200,
                    write(order).replace("}", ",\"message\":\"취소 완료\"}").getBytes(Charset.forName("EUC-KR")), JSON)),
            entry("success.empty", server -> server.success = order -> Reply.empty(200)),
            entry("success.201", withStatus(201)),
            entry("success.202", withStatus(202)),
            entry("success.204", server -> server.success = order -> Reply.empty(204)),
            entry("success.redirect", server -> server.success = order ->
                    Reply.empty(303).withHeader("Location", "/orders/" + order.axCode())),
            entry("success.slow", server -> server.success = order -> {
                Faults.pause(7000);
                return Reply.json(200, CancelledOrder.of(order));
            }),
            entry("wire.untrue-encoding", withHeader("Content-Encoding", "gzip")),
            entry("leak.development", server -> {
                for (String part : List.of("stacktrace", "message", "binding-errors")) {
                    server.properties.put("server.error.include-" + part, "always");
                }
            }),
            entry("leak.sql", withField("debug", "SELECT * FROM orders WHERE ax_code = 'x'")),
            entry("leak.phone", withField("contact", "010-1234-5678")),
            entry("leak.credentials", withField("source", "jdbc:postgresql://orders:s3cret@db/orders")),
            entry("leak.private-address", withField("upstream", "http://10.20.3.7:8000")),
            entry("leak.private-address-header", withHeader("X-Upstream", "10.20.3.7:8000")),
            entry("leak.sql-header", withHeader("X-Query", "SELECT * FROM orders WHERE ax_code = 'x'")));

    private ResponseFaults() {}

    /** Changes a success field by field, so that one can be absent or of another type. */
    private static Consumer<Behaviour> onFields(Consumer<Map<String, Object>> change) {
        return server -> server.success = order -> {
            Map<String, Object> body = MAPPER.convertValue(
                    CancelledOrder.of(order), new TypeReference<LinkedHashMap<String, Object>>() {});
            change.accept(body);
            return Reply.json(200, body);
        };
    }

    private static Consumer<Behaviour> withText(String mediaType, UnaryOperator<String> change) {
        return server -> server.success = order -> Reply.raw(200, change.apply(write(order)), mediaType);
    }

    private static Consumer<Behaviour> withStatus(int status) {
        return server -> server.success = order -> Reply.json(status, CancelledOrder.of(order));
    }

    private static Consumer<Behaviour> withHeader(String name, String value) {
        return server -> server.finish = reply -> reply.withHeader(name, value);
    }

    /** Adds a field to every error. */
    private static Consumer<Behaviour> withField(String name, String value) {
        return server -> server.finish = reply -> reply.body() instanceof ErrorDetail error
                ? new Reply(reply.status(), Map.of("detail", error.detail(), name, value), reply.headers())
                : reply;
    }

    private static String write(Order order) {
        try {
            return MAPPER.writeValueAsString(CancelledOrder.of(order));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String codeAfter(Object axCode) {
        int index = Shop.ORDERS.indexOf(Shop.findByCode((String) axCode));
        return Shop.ORDERS.get((index + 1) % Shop.ORDERS.size()).channelCode();
    }
}
