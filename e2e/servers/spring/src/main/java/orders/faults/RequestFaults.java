package orders.faults;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import orders.Behaviour;
import orders.CancelRequest;
import orders.OrderStatus;
import orders.Reply;
import org.springframework.web.bind.annotation.RequestMethod;

/** Faults in what is done with a valid body, and methods beside PATCH. */
final class RequestFaults {
    static final Map<String, Consumer<Behaviour>> ALL = Map.ofEntries(
            entry("body.traveler-only", objectIf(body -> body.axStatus() == OrderStatus.UNAVOIDABLE_CANCEL)),
            entry("body.new-refused", objectIf(body -> body.axStatus() == OrderStatus.NEW)),
            entry("body.unequal-refused", objectIf(body -> body.axStatus() != body.channelStatus())),
            entry("comment.refused", objectIf(body -> body.comment() != null)),
            entry("comment.required", objectIf(body -> body.comment() == null)),
            entry("comment.short", objectIf(body -> comment(body).length() > 1000)),
            entry("comment.ascii", objectIf(body -> comment(body).codePoints().anyMatch(point -> point > 127))),
            entry("comment.crash-on-emoji", crashIf(body -> comment(body).codePoints().anyMatch(point -> point > 0xffff))),
            entry("comment.crash-when-long", crashIf(body -> comment(body).length() > 1000)),
            entry("comment.crash-on-quote", crashIf(body -> comment(body).matches("(?s).*['\"].*"))),
            entry("comment.crash-on-line-break", crashIf(body -> comment(body).contains("\n"))),
            entry("comment.crash-when-absent", crashIf(body -> body.comment() == null)),
            entry("method.put", with(RequestMethod.PUT)),
            entry("method.post", with(RequestMethod.POST)),
            entry("method.delete", with(RequestMethod.DELETE)));

    private RequestFaults() {}

    private static String comment(CancelRequest body) {
        return body.comment() == null ? "" : body.comment();
    }

    /** Refuses as the framework does. */
    private static Consumer<Behaviour> objectIf(Predicate<CancelRequest> meets) {
        return server -> server.objection = body ->
                meets.test(body) ? Reply.json(400, Map.of("status", 400, "error", "Bad Request")) : null;
    }

    private static Consumer<Behaviour> crashIf(Predicate<CancelRequest> meets) {
        return server -> server.objection = body -> {
            if (meets.test(body)) {
                throw new IllegalStateException("could not execute statement");
            }
            return null;
        };
    }

    private static Consumer<Behaviour> with(RequestMethod method) {
        return server -> server.methods = List.of(method);
    }
}
