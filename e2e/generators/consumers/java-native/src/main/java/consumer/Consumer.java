package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.OrdersApi;
import org.openapitools.client.model.CancelledOrder;
import org.openapitools.client.model.ErrorDetail;
import org.openapitools.client.model.InvalidRequest;

/** Sends one cancel with the generated client, and prints the result as one line of JSON. */
public final class Consumer {
    public static void main(String[] arguments) throws Exception {
        System.out.println(new ObjectMapper().writeValueAsString(cancel()));
    }

    private static Map<String, Object> cancel() throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(Fields.BASE_URL);
        if (!Fields.AS_GENERATED)
            client.setRequestInterceptor(request -> request.header("Authorization", Fields.KEY));
        ObjectMapper mapper = client.getObjectMapper();
        try {
            ApiResponse<CancelledOrder> response =
                new OrdersApi(client).cancelTourOrderWithHttpInfo(Fields.ORDER, Fields.request());
            return Fields.returned(response.getStatusCode(), response.getData());
        } catch (ApiException e) {
            if (e.getResponseBody() == null) return Fields.raised(e);
            if (e.getCode() == 400)
                return Fields.raised(e.getCode(), e, mapper.readValue(e.getResponseBody(), InvalidRequest.class));
            return Fields.raised(e.getCode(), e, mapper.readValue(e.getResponseBody(), ErrorDetail.class));
        }
    }
}
