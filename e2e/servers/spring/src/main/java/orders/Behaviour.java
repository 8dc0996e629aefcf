package orders;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import orders.faults.Faults;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * What a server decides, apart from its framework: each step does what the page says, and one fault replaces some of them.
 */
public final class Behaviour {
    public static final Behaviour CHOSEN = choose();

    public Predicate<HttpServletRequest> isKey = Behaviour::hasKey;
    public Supplier<Reply> forbidden = () -> Reply.detail(403, Shop.FORBIDDEN);
    public Function<String, Order> find = Shop::findByCode;
    public Supplier<Reply> notFound = () -> Reply.detail(404, Shop.NOT_FOUND);
    /** The response to another channel's order; null lets it be cancelled. */
    public Supplier<Reply> foreign = () -> Reply.detail(403, Shop.FORBIDDEN);
    /** Changes JSON before it is bound; null where the framework alone reads the body. */
    public UnaryOperator<JsonNode> normalise;
    /** Replaces a body that is not JSON; null where none is replaced. */
    public Supplier<byte[]> repair;
    /** The response to a valid body that a fault rejects; null for every other body. */
    public Function<CancelRequest, Reply> objection = body -> null;
    /** Sets the statuses, or returns a response that says why not. */
    public BiFunction<Order, CancelRequest, Reply> change = Behaviour::cancelOnce;
    public Function<Order, Reply> success = order -> Reply.json(200, CancelledOrder.of(order));
    /** Changes every response of the server itself before it is sent. */
    public UnaryOperator<Reply> finish = UnaryOperator.identity();
    /** Other methods that cancel. */
    public List<RequestMethod> methods = List.of();
    /** Looks the order up before the key. */
    public boolean lookupFirst;
    /** Reads the body before the key. */
    public boolean keyLast;
    /** Reads a body as JSON whatever its media type. */
    public boolean readsAnyType;
    /** Settings of the framework's own. */
    public final Map<String, Object> properties = new HashMap<>();

    public static boolean hasKey(HttpServletRequest request) {
        return ("Token " + Shop.API_KEY).equals(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    public static Reply cancelOnce(Order order, CancelRequest body) {
        return order.cancel(body) ? null : Reply.detail(409, Shop.ALREADY_CANCELLED);
    }

    private static Behaviour choose() {
        Behaviour chosen = new Behaviour();
        String id = System.getenv().getOrDefault("FAULT", "");
        if (!id.isEmpty()) {
            Consumer<Behaviour> fault = Faults.BY_ID.get(id);
            if (fault == null) {
                throw new IllegalArgumentException("This server has no fault " + id + ".");
            }
            fault.accept(chosen);
        }
        return chosen;
    }
}
