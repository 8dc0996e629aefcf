package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.OrdersApi;
import org.openapitools.client.model.CancelledOrder;
import org.openapitools.client.model.ErrorDetail;
import org.openapitools.client.model.InvalidRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientResponseException;

/** Sends one cancel with the generated client, and prints the result as one line of JSON. */
public final class Consumer {
    public static void main(String[] arguments) throws Exception {
        System.out.println(new ObjectMapper().writeValueAsString(cancel()));
    }

    private static Map<String, Object> cancel() throws Exception {
        ApiClient client = new ApiClient();
        client.setBasePath(Fields.BASE_URL);
        client.setApiKey(Fields.KEY);
        try {
            ResponseEntity<CancelledOrder> response =
                new OrdersApi(client).cancelTourOrderWithHttpInfo(Fields.ORDER, Fields.request());
            return Fields.returned(response.getStatusCode().value(), response.getBody());
        } catch (RestClientResponseException e) {
            int status = e.getStatusCode().value();
            if (status == 400) return Fields.raised(status, e, e.getResponseBodyAs(InvalidRequest.class));
            return Fields.raised(status, e, e.getResponseBodyAs(ErrorDetail.class));
        }
    }
}
