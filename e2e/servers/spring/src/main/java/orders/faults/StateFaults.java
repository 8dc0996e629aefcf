package orders.faults;

import static orders.OrderStatus.NEW;
import static orders.OrderStatus.TRAVELER_CANCEL;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import orders.Behaviour;
import orders.CancelRequest;
import orders.CancelledOrder;
import orders.Order;
import orders.Reply;
import orders.Shop;

/** Faults of what a cancel leaves behind. */
final class StateFaults {
    static final Map<String, Consumer<Behaviour>> ALL = Map.of(
            "state.parallel", change(StateFaults::readThenWrite),
            "state.not-kept", StateFaults::forget,
            "state.cancels-next", change(StateFaults::cancelNext),
            "state.repeat-accepted", change(StateFaults::set),
            "state.repeat-crash", change(StateFaults::crashOnRepeat),
            "state.repeat-without-detail", change((order, body) ->
                    order.cancel(body) ? null : Reply.json(409, Map.of("status", 409, "error", "Conflict"))));

    private StateFaults() {}

    private static Consumer<Behaviour> change(BiFunction<Order, CancelRequest, Reply> step) {
        return server -> server.change = step;
    }

    private static Reply set(Order order, CancelRequest body) {
        order.set(body.axStatus(), body.channelStatus());
        return null;
    }

    /** Two steps, and a second request comes in between. */
    private static Reply readThenWrite(Order order, CancelRequest body) {
        if (!order.isOpen()) {
            return Reply.detail(409, Shop.ALREADY_CANCELLED);
        }
        Faults.pause(250);
        return set(order, body);
    }

    private static Reply cancelNext(Order order, CancelRequest body) {
        Reply conflict = Behaviour.cancelOnce(order, body);
        Order next = Shop.find(other -> !other.isForeign() && other.isOpen());
        if (conflict == null && next != null) {
            next.set(TRAVELER_CANCEL, TRAVELER_CANCEL);
        }
        return conflict;
    }

    private static Reply crashOnRepeat(Order order, CancelRequest body) {
        if (!order.cancel(body)) {
            throw new IllegalStateException("Invalid transition");
        }
        return null;
    }

    /** The response shows the requested statuses, but the stored order stays as it was. */
    private static void forget(Behaviour server) {
        server.change = StateFaults::set;
        server.success = order -> {
            Reply reply = Reply.json(200, CancelledOrder.of(order));
            order.set(NEW, NEW);
            return reply;
        };
    }
}
