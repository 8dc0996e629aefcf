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
        String body = {{bodyText}};
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
                    || !has(json, {{nameText}}, {{expected}}){{#last}}){{/last}}
{{/echoes}}
                throw new IllegalStateException("HTTP " + response.statusCode() + " " + json);
            System.out.println("Cancelled: " + order);
        } catch (Exception error) {
            System.err.println("Not confirmed: " + error + ". After {{refused}} nothing was cancelled; "
                    + "otherwise the result is unknown, so check the order.");
            System.exit(1);
        }
    }

    /** Whether a field of the order, which lies {{depth}} deep in the braces, has this text. A JSON library does it better. */
    static boolean has(String json, String field, String text) {
        Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*" + Pattern.quote("\"" + text + "\"")).matcher(json);
        if (!found.find()) return false;
        String before = json.substring(0, found.start());
        return before.chars().filter(c -> c == '{').count() - before.chars().filter(c -> c == '}').count() == {{depth}};
    }
}
