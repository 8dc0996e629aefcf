package consumer;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openapitools.api.OrdersApiDelegate;
import org.openapitools.model.CancelRequest;
import org.openapitools.model.CancelledOrder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;

/** Cancels the orders that the test names, for the key that it names. */
@Component
public class Orders implements OrdersApiDelegate {
    private final NativeWebRequest request;
    private final Map<String, String> channelCodes = Arrays.stream(System.getenv("ORDERS").split(","))
        .map(pair -> pair.split(":"))
        .collect(Collectors.toMap(codes -> codes[0], codes -> codes[1]));

    public Orders(NativeWebRequest request) {
        this.request = request;
    }

    @Override
    public Optional<NativeWebRequest> getRequest() {
        return Optional.of(request);
    }

    @Override
    public ResponseEntity<CancelledOrder> cancelTourOrder(String axOrderCode, CancelRequest wanted) {
        String key = "Token " + System.getenv("API_KEY");
        if (!key.equals(request.getHeader("Authorization"))) throw new Refused(HttpStatus.FORBIDDEN);
        String channelCode = channelCodes.get(axOrderCode);
        if (channelCode == null) throw new Refused(HttpStatus.NOT_FOUND);
        String axStatus = wanted.getAxStatus().getValue();
        String channelStatus = wanted.getChannelStatus().getValue();
        return ResponseEntity.ok(new CancelledOrder(channelCode, channelStatus, axOrderCode, axStatus));
    }
}
