package orders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrdersController {
    static final String PATH = "/v1/channel/orders/tour/{axOrderCode}";

    private final Behaviour behaviour = Behaviour.CHOSEN;

    @PatchMapping(PATH)
    ResponseEntity<Object> cancel(
            @PathVariable String axOrderCode, @Valid @RequestBody CancelRequest body, HttpServletRequest request) {
        if (behaviour.keyLast) {
            KeyInterceptor.requireKey(request);
        }
        return behaviour.finish.apply(decide(axOrderCode, body)).toEntity();
    }

    private Reply decide(String code, CancelRequest body) {
        Order order = behaviour.find.apply(code);
        if (order == null) {
            return behaviour.notFound.get();
        }
        Reply refusal = order.isForeign() ? behaviour.foreign.get() : null;
        if (refusal == null) {
            refusal = behaviour.objection.apply(body);
        }
        if (refusal == null) {
            refusal = behaviour.change.apply(order, body);
        }
        return refusal == null ? behaviour.success.apply(order) : refusal;
    }
}
