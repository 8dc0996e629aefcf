package orders.faults;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import orders.Behaviour;

/** Faults in how a body is read. */
final class BodyFaults {
    private static final String AX = "ax_status";
    private static final String CHANNEL = "channel_status";
    private static final String TRAVELER = "Traveler cancel";
    private static final List<String> STATUSES = List.of(TRAVELER, "Unavoidable cancel", "New");

    static final Map<String, Consumer<Behaviour>> ALL = Map.ofEntries(
            entry("body.ax-status-optional", onObject(body -> copy(body, CHANNEL, AX))),
            entry("body.channel-status-optional", onObject(body -> copy(body, AX, CHANNEL))),
            entry("body.ax-status-unlisted", onText(BodyFaults::listed, AX)),
            entry("body.channel-status-unlisted", onText(BodyFaults::listed, CHANNEL)),
            entry("body.status-any-case", server ->
                    server.properties.put("spring.jackson.mapper.accept-case-insensitive-enums", true)),
            entry("body.status-underscore", onText(text -> text.replace('_', ' '), AX, CHANNEL)),
            entry("body.status-null", onStatus(value -> value.isNull() ? text(TRAVELER) : value, AX, CHANNEL)),
            entry("body.status-array", onStatus(BodyFaults::first, AX, CHANNEL)),
            entry("body.status-empty", onText(text -> text.isEmpty() ? TRAVELER : text, AX, CHANNEL)),
            entry("body.empty-accepted", onObject(BodyFaults::fillEmpty)),
            entry("body.list-accepted", normalise(BodyFaults::first)),
            entry("body.unwrapped", onObject(BodyFaults::unwrap)),
            entry("body.broken-accepted", server -> {
                server.normalise = UnaryOperator.identity();
                server.repair = () -> cancel().toString().getBytes(StandardCharsets.UTF_8);
            }),
            entry("body.any-type", server -> server.readsAnyType = true),
            entry("body.misnamed-accepted", onObject(body ->
                    copy(copy(body, "ax_order_status", AX), "channel_order_status", CHANNEL))),
            entry("body.extra-field-refused", server ->
                    server.properties.put("spring.jackson.deserialization.fail-on-unknown-properties", true)),
            entry("body.crash-on-list", crashIf(JsonNode::isArray)),
            entry("body.crash-when-empty", crashIf(body -> body.isObject() && body.isEmpty())),
            entry("body.crash-on-null-status", crashIf(body -> body.path(AX).isNull())),
            entry("body.crash-on-unlisted", crashIf(body ->
                    body.path(AX).isTextual() && !STATUSES.contains(body.path(AX).textValue()))));

    private BodyFaults() {}

    private static Consumer<Behaviour> normalise(UnaryOperator<JsonNode> change) {
        return server -> server.normalise = change;
    }

    private static Consumer<Behaviour> onObject(UnaryOperator<ObjectNode> change) {
        return normalise(body -> body instanceof ObjectNode object ? change.apply(object) : body);
    }

    /** Changes each of the fields that the body has. */
    private static Consumer<Behaviour> onStatus(UnaryOperator<JsonNode> change, String... names) {
        return onObject(body -> {
            for (String name : names) {
                if (body.has(name)) {
                    body.set(name, change.apply(body.get(name)));
                }
            }
            return body;
        });
    }

    private static Consumer<Behaviour> onText(UnaryOperator<String> change, String... names) {
        return onStatus(value -> value.isTextual() ? text(change.apply(value.textValue())) : value, names);
    }

    private static Consumer<Behaviour> crashIf(Predicate<JsonNode> meets) {
        return normalise(body -> {
            if (meets.test(body)) {
                throw new IllegalStateException("Cannot invoke \"String.strip()\" because \"status\" is null");
            }
            return body;
        });
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    private static ObjectNode cancel() {
        return fillEmpty(JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode fillEmpty(ObjectNode body) {
        return body.isEmpty() ? body.put(AX, TRAVELER).put(CHANNEL, TRAVELER) : body;
    }

    private static ObjectNode copy(ObjectNode body, String from, String to) {
        if (body.has(from) && !body.has(to)) {
            body.set(to, body.get(from));
        }
        return body;
    }

    private static String listed(String value) {
        return STATUSES.contains(value) ? value : TRAVELER;
    }

    private static JsonNode first(JsonNode value) {
        return value.isArray() && !value.isEmpty() ? value.get(0) : value;
    }

    private static ObjectNode unwrap(ObjectNode body) {
        return StreamSupport.stream(body.spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElse(body);
    }
}
