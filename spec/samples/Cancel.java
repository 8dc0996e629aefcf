// Java 11 or later, with com.fasterxml.jackson.core:jackson-databind

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.*;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.TimeUnit;

public class Cancel {
    public static void main(String[] args) throws Exception {
        String order = {{order}};
        String status = {{status}};
        String key = System.getenv("AX_API_KEY");
        if (key == null || key.isEmpty()) end({{exitMisuse}}, "Set AX_API_KEY to your API key.");
        String server = System.getenv().getOrDefault("AX_BASE_URL", {{serverText}});
        String code = URLEncoder.encode(order, StandardCharsets.UTF_8).replace("+", "%20");
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> body = new LinkedHashMap<>();
{{#fields}}
        body.put({{nameText}}, {{value}});
{{/fields}}
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "{{pathBefore}}" + code{{#pathEnd}} + "{{pathEnd}}"{{/pathEnd}}))
                .header("Authorization", "{{keyPrefix}}" + key)
                .header("Content-Type", "application/json")
{{#headers}}
                .header({{nameText}}, {{text}})
{{/headers}}
                .method("{{method}}", HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        String received = "no response";
        try {
            // This client follows no redirect. The limit holds for the whole call.
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .get({{limit}}, TimeUnit.SECONDS);
            int http = response.statusCode();
            received = "HTTP " + http + " " + response.body();
            Map<?, ?> parsed = json.readValue(response.body(), Map.class);
            if ({{#refusals}}{{^first}}
                    || {{/first}}http == {{status}}{{#required}} && parsed.get({{nameText}}) != null{{/required}}{{/refusals}})
                end({{exitRefused}}, "Refused: " + received + ". Nothing was cancelled{{mark}}.");
{{#steps}}
            parsed = (Map<?, ?>) parsed.get({{nameText}});
{{/steps}}
            if (http == {{success}}
{{#echoes}}
                    && Objects.equals(parsed.get({{nameText}}), {{expected}}){{#last}}){{/last}}
{{/echoes}}
                end(0, "Cancelled: " + order);
        } catch (Exception error) {
            received += " (" + error + ")";
        }
        end({{exitUnknown}}, "Unknown: " + received + ". Check the order before you send again.");
    }

    static void end(int exitCode, String message) {
        (exitCode == 0 ? System.out : System.err).println(message);
        System.exit(exitCode);
    }
}
