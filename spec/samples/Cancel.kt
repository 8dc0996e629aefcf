// Java 11 or later, with com.fasterxml.jackson.core:jackson-databind

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.TimeUnit
import kotlin.system.exitProcess

fun main() {
    val order = {{order}}
    val status = {{status}}
    val key = System.getenv("AX_API_KEY").orEmpty()
    if (key.isEmpty()) end({{exitMisuse}}, "Set AX_API_KEY to your API key.")
    val server = System.getenv("AX_BASE_URL") ?: {{serverText}}
    val code = URLEncoder.encode(order, Charsets.UTF_8).replace("+", "%20")
    val json = ObjectMapper()
    val body = mapOf(
{{#fields}}
        {{nameText}} to {{value}},
{{/fields}}
    )
    val request = HttpRequest.newBuilder(URI.create("$server{{pathBefore}}$code{{pathEnd}}"))
        .header("Authorization", "{{keyPrefix}}$key")
        .header("Content-Type", "application/json")
{{#headers}}
        .header({{nameText}}, {{text}})
{{/headers}}
        .method("{{method}}", HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
        .build()
    var received = "no response"
    try {
        // This client follows no redirect. The limit holds for the whole call.
        val response = HttpClient.newHttpClient()
            .sendAsync(request, HttpResponse.BodyHandlers.ofString())
            .get({{limit}}, TimeUnit.SECONDS)
        val http = response.statusCode()
        received = "HTTP $http ${response.body()}"
        {{#steps}}{{#first}}var{{/first}}{{/steps}}{{^steps}}val{{/steps}} parsed: Map<*, *> = json.readValue(response.body(), Map::class.java)
        val refused = {{#refusals}}{{^first}} ||
            {{/first}}http == {{status}}{{#required}} && parsed[{{nameText}}] != null{{/required}}{{/refusals}}
        if (refused) end({{exitRefused}}, "Refused: $received. Nothing was cancelled{{mark}}.")
{{#steps}}
        parsed = parsed[{{nameText}}] as Map<*, *>
{{/steps}}
        val confirmed = http == {{success}}{{#echoes}} &&
            parsed[{{nameText}}] == {{expected}}{{/echoes}}
        if (confirmed) end(0, "Cancelled: $order")
    } catch (error: Exception) {
        received += " ($error)"
    }
    end({{exitUnknown}}, "Unknown: $received. Check the order before you send again.")
}

fun end(exitCode: Int, message: String): Nothing {
    (if (exitCode == 0) System.out else System.err).println(message)
    exitProcess(exitCode)
}
