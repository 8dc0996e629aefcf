package consumer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
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
        Gson gson = new GsonBuilder().serializeNulls().create();
        System.out.println(gson.toJson(cancel()));
    }

    private static Map<String, Object> cancel() throws Exception {
        ApiClient client = new ApiClient();
        client.setBasePath(Fields.BASE_URL);
        client.setApiKey(Fields.KEY);
        try {
            ApiResponse<CancelledOrder> response =
                new OrdersApi(client).cancelTourOrderWithHttpInfo(Fields.request(), Fields.ORDER);
            return Fields.returned(response.getStatusCode(), response.getData());
        } catch (ApiException e) {
            if (e.getResponseBody() == null) return Fields.raised(e);
            if (e.getCode() == 400) {
                InvalidRequest invalid =
                    client.getJSON().getGson().fromJson(e.getResponseBody(), InvalidRequest.class);
                return Fields.raised(e.getCode(), e, invalid);
            }
            ErrorDetail error = client.getJSON().getGson().fromJson(e.getResponseBody(), ErrorDetail.class);
            return Fields.raised(e.getCode(), e, error);
        }
    }
}
