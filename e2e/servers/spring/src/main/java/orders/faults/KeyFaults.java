package orders.faults;

import static java.util.Map.entry;
import static orders.Shop.API_KEY;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import orders.Behaviour;
import orders.Reply;
import orders.Shop;

/** Faults of the key's check, and of the response to a wrong key. */
final class KeyFaults {
    static final Map<String, Consumer<Behaviour>> ALL = Map.ofEntries(
            entry("key.prefix", withKey(key -> !key.isEmpty() && API_KEY.startsWith(key))),
            entry("key.suffix", withKey(key -> !key.isEmpty() && API_KEY.endsWith(key))),
            entry("key.contained", withRequest(request -> header(request, "Authorization").contains(API_KEY))),
            entry("key.extended", withKey(key -> key.startsWith(API_KEY))),
            entry("key.any-case", withKey(API_KEY::equalsIgnoreCase)),
            entry("key.any-of-length", withKey(key -> key.length() == API_KEY.length())),
            entry("key.missing-let-in", withRequest(request ->
                    request.getHeader("Authorization") == null || Behaviour.hasKey(request))),
            entry("key.any-scheme", withRequest(request ->
                    (" " + header(request, "Authorization")).endsWith(" " + API_KEY))),
            entry("key.in-query", withRequest(request -> Behaviour.hasKey(request)
                    || request.getParameterMap().values().stream().anyMatch(KeyFaults::hasApiKey))),
            entry("key.in-other-header", withRequest(request ->
                    Behaviour.hasKey(request) || API_KEY.equals(request.getHeader("X-Api-Key")))),
            entry("key.cached-per-connection", withRequest(KeyFaults::isLetIn)),
            entry("key.shared", withRequest(KeyFaults::isSharedKey)),
            entry("key.crash-when-missing", withRequest(request ->
                    request.getHeader("Authorization").equals("Token " + API_KEY))),
            entry("key.lookup-first", server -> server.lookupFirst = true),
            entry("key.after-body", server -> server.keyLast = true),
            entry("key.401", forbidden(Reply.detail(401, Shop.FORBIDDEN))),
            entry("key.400", forbidden(Reply.detail(400, Shop.FORBIDDEN))),
            entry("key.403-html", forbidden(Reply.raw(403, "<!doctype html><h1>Forbidden</h1>", "text/html"))),
            entry("key.403-empty", forbidden(Reply.empty(403))),
            entry("key.403-without-detail", forbidden(Reply.json(403, Map.of("message", "Forbidden")))),
            entry("key.403-english", forbidden(Reply.detail(403, "Access Denied"))),
            entry("key.403-with-404-text", forbidden(Reply.detail(403, Shop.NOT_FOUND))),
            entry("key.403-mojibake", forbidden(Reply.detail(403, Faults.mojibake(Shop.FORBIDDEN)))),
            entry("key.403-with-key", forbidden(Reply.detail(403, Shop.FORBIDDEN + " (" + API_KEY + ")"))));

    private static final Set<String> LET_IN = ConcurrentHashMap.newKeySet();

    /** A field of a bean that all requests share. */
    private static volatile String lastSeen;

    private KeyFaults() {}

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    /** The key of the header, after the word; empty where there is none. */
    private static String keyOf(HttpServletRequest request) {
        String value = header(request, "Authorization");
        return value.startsWith("Token ") ? value.substring("Token ".length()) : "";
    }

    private static Consumer<Behaviour> withKey(Predicate<String> isKey) {
        return withRequest(request -> isKey.test(keyOf(request)));
    }

    private static Consumer<Behaviour> withRequest(Predicate<HttpServletRequest> isKey) {
        return server -> server.isKey = isKey;
    }

    private static Consumer<Behaviour> forbidden(Reply reply) {
        return server -> server.forbidden = () -> reply;
    }

    private static boolean hasApiKey(String[] values) {
        return List.of(values).contains(API_KEY);
    }

    private static boolean isLetIn(HttpServletRequest request) {
        String connection = request.getServletConnection().getConnectionId();
        if (Behaviour.hasKey(request)) {
            LET_IN.add(connection);
        }
        return LET_IN.contains(connection);
    }

    private static boolean isSharedKey(HttpServletRequest request) {
        lastSeen = keyOf(request);
        Faults.pause(60);
        return API_KEY.equals(lastSeen);
    }
}
