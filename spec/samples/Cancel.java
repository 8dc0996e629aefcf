// java -Dfile.encoding=UTF-8 Cancel.java

import java.net.*;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.*;

public class Cancel {
    public static void main(String[] args) {
        String order = {{order}}, status = {{status}}, key = System.getenv("AX_API_KEY");
        if (key == null || key.isEmpty()) throw new IllegalStateException("Set AX_API_KEY to your API key.");
        String server = System.getenv().getOrDefault("AX_BASE_URL", {{serverText}});
        String code = URLEncoder.encode(order, StandardCharsets.UTF_8).replace("+", "%20");
        String body = {{#fields}}{{jsonText}}{{#isStatus}} + quoted(status){{/isStatus}} + {{/fields}}"}";
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + "{{pathBefore}}" + code{{#pathEnd}} + "{{pathEnd}}"{{/pathEnd}}))
                    .header("Authorization", "{{keyPrefix}}" + key).header("Content-Type", "application/json")
{{#headers}}
                    .header({{nameText}}, {{text}})
{{/headers}}
                    .method("{{method}}", HttpRequest.BodyPublishers.ofString(body)).build();
            HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
            HttpResponse<String> response = client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .get(10, TimeUnit.SECONDS);
            String json = response.body();
            if (response.statusCode() != {{success}}
{{#echoes}}
                    || !has(json, {{nameText}}, {{#isVariable}}quoted({{expected}}){{/isVariable}}{{^isVariable}}{{expected}}{{/isVariable}}){{#last}}){{/last}}
{{/echoes}}
                throw new IllegalStateException("HTTP " + response.statusCode() + " " + json);
            System.out.println("Cancelled: " + order);
        } catch (Exception error) {
            System.err.println("Not confirmed: " + error + ". After {{refused}} nothing was cancelled; "
                    + "otherwise the result is unknown, so check the order.");
            System.exit(1);
        }
    }

    static String quoted(String text) { return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'; }

    /** Whether a field {{depth}} deep in the braces has this value. A JSON library does it better. */
    static boolean has(String json, String field, String value) {
        String pattern = Pattern.quote(quoted(field)) + "\\s*:\\s*" + Pattern.quote(value) + "\\s*[,}]";
        Matcher found = Pattern.compile(pattern).matcher(json);
        return found.find() && json.chars().limit(found.start()).map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum() == {{depth}};
    }
}
