package orders.faults;

import static java.util.Map.entry;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import orders.Behaviour;
import orders.Order;
import orders.Reply;
import orders.Shop;

/** Faults of the order's look-up, and of the response to a code that no order has. */
final class OrderFaults {
    static final Map<String, Consumer<Behaviour>> ALL = Map.ofEntries(
            entry("order.wildcard", findBy((order, code) -> like(order.axCode(), code))),
            entry("order.prefix", findBy((order, code) -> code.length() > 8 && order.axCode().startsWith(code))),
            entry("order.extended", findBy((order, code) -> code.startsWith(order.axCode()))),
            entry("order.trimmed", findBy((order, code) -> order.axCode().equals(code.strip()))),
            entry("order.any-case", findBy((order, code) -> order.axCode().equalsIgnoreCase(code))),
            entry("order.by-channel-code", findBy((order, code) -> order.channelCode().equals(code))),
            entry("order.any", findBy((order, code) -> true)),
            entry("order.404-as-200", notFound(() -> Reply.detail(200, Shop.NOT_FOUND))),
            entry("order.404-as-403", notFound(() -> Reply.detail(403, Shop.FORBIDDEN))),
            entry("order.404-html", notFound(() -> Reply.raw(404, "<h1>Whitelabel Error Page</h1>", "text/html"))),
            entry("order.404-empty", notFound(() -> Reply.empty(404))),
            entry("order.404-without-detail", notFound(() ->
                    Reply.json(404, Map.of("status", 404, "error", "Not Found", "path", "/v1/channel/orders/tour")))),
            entry("order.404-empty-detail", notFound(() -> Reply.detail(404, ""))),
            entry("order.404-english", notFound(() -> Reply.detail(404, "Order not found"))),
            entry("order.404-mojibake", notFound(() -> Reply.detail(404, Faults.mojibake(Shop.NOT_FOUND)))),
            entry("order.crash-when-unknown", notFound(OrderFaults::crash)),
            entry("order.crash-when-malformed", server -> server.find = code ->
                    Shop.findByCode(UUID.fromString(code).toString())),
            entry("order.foreign-cancelled", foreign(() -> null)),
            entry("order.foreign-as-404", foreign(() -> Reply.detail(404, Shop.NOT_FOUND))),
            entry("order.foreign-crash", foreign(OrderFaults::crash)));

    private OrderFaults() {}

    private static Consumer<Behaviour> findBy(BiPredicate<Order, String> matches) {
        return server -> server.find = code -> {
            Order exact = Shop.findByCode(code);
            return exact != null ? exact : Shop.find(order -> !order.isForeign() && matches.test(order, code));
        };
    }

    private static Consumer<Behaviour> notFound(Supplier<Reply> reply) {
        return server -> server.notFound = reply;
    }

    private static Consumer<Behaviour> foreign(Supplier<Reply> reply) {
        return server -> server.foreign = reply;
    }

    /** LIKE as a database reads it. */
    private static boolean like(String text, String pattern) {
        String quoted = Pattern.quote(pattern).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return Pattern.matches(quoted, text);
    }

    private static Reply crash() {
        throw new NoSuchElementException("No value present");
    }
}
