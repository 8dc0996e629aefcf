// Spring 6.1 or later (Spring Boot 3.2 or later)

import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import org.springframework.http.*;
import org.springframework.http.client.*;
import org.springframework.web.client.RestClient;

public class SpringCancel {
    public static void main(String[] args) {
        String order = {{order}};
        String status = {{status}};
        String key = System.getenv("AX_API_KEY");
        if (key == null || key.isEmpty()) end({{exitMisuse}}, "Set AX_API_KEY to your API key.");
        // Sends PATCH, unlike SimpleClientHttpRequestFactory, and follows no redirect.
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory();
        factory.setReadTimeout(Duration.ofSeconds({{limit}}));
        RestClient client = RestClient.builder()
                .requestFactory(new BufferingClientHttpRequestFactory(factory)) // no chunks
                .baseUrl(System.getenv().getOrDefault("AX_BASE_URL", {{serverText}}))
                .defaultHeader("Authorization", "{{keyPrefix}}" + key)
                .build();
        Map<String, Object> body = new LinkedHashMap<>();
{{#fields}}
        body.put({{nameText}}, {{value}});
{{/fields}}
        String received = "no response";
        try {
            // The limit holds for the whole call; the read time-out may not.
            ResponseEntity<Map> response = CompletableFuture.supplyAsync(() -> client
                    .method(HttpMethod.{{method}})
                    .uri("{{pathBefore}}{order}{{pathAfter}}{{queryTemplate}}", order{{#parameters}}, {{text}}{{/parameters}})
                    .contentType(MediaType.APPLICATION_JSON)
{{#headers}}
                    .header({{nameText}}, {{text}})
{{/headers}}
                    .body(body)
                    .retrieve()
                    .onStatus(any -> true, (sent, any) -> {}) // no status throws
                    .toEntity(Map.class)).get({{limit}}, TimeUnit.SECONDS);
            int http = response.getStatusCode().value();
            Map<?, ?> parsed = response.getBody();
            received = "HTTP " + http + " " + parsed;
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
