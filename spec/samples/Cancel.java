// java -Dfile.encoding=UTF-8 Cancel.java

import java.net.URI;
import java.net.http.*;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

public class Cancel {
    static final String ORDER = "b9872ed4-12c5-4fb5-ae18-4f39b11ee912";
    static final String STATUS = "Traveler cancel";

    public static void main(String[] args) {
        String server = System.getenv().getOrDefault("AX_BASE_URL", "https://test.ax-cloud.com");
        String body = "{\"ax_status\": \"" + STATUS + "\", \"channel_status\": \"" + STATUS
                + "\", \"comment\": \"여행자의 개인 사정으로 인한 취소\"}";
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/v1/channel/orders/tour/" + ORDER))
                    .header("Authorization", "Token " + System.getenv("AX_API_KEY"))
                    .header("Content-Type", "application/json")
                    .method("PATCH", HttpRequest.BodyPublishers.ofString(body)).build();
            HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
            HttpResponse<String> response = client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .get(10, TimeUnit.SECONDS);
            String answer = response.body();
            if (response.statusCode() != 200 || !textHas(answer, "ax_order_code", ORDER)
                    || !textHas(answer, "ax_order_status", STATUS)
                    || !textHas(answer, "channel_order_status", STATUS))
                throw new IllegalStateException("HTTP " + response.statusCode() + " " + answer);
            System.out.println("Cancelled: " + ORDER);
        } catch (Exception error) {
            System.err.println("Not confirmed: " + error + ". After 400, 403 or 404 nothing was cancelled; "
                    + "otherwise the result is unknown, so check the order.");
            System.exit(1);
        }
    }

    static boolean textHas(String json, String field, String value) {
        return Pattern.compile("\"" + field + "\"\\s*:\\s*" + Pattern.quote("\"" + value + "\"")).matcher(json).find();
    }
}
