package orders;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A response, which a fault may change before it is sent. Jackson writes the body; bytes are sent as they are. */
public record Reply(int status, Object body, Map<String, String> headers) {
    public static Reply json(int status, Object body) {
        return new Reply(status, body, Map.of());
    }

    public static Reply detail(int status, String text) {
        return json(status, new ErrorDetail(text));
    }

    public static Reply empty(int status) {
        return json(status, null);
    }

    public static Reply raw(int status, String text, String mediaType) {
        return raw(status, text.getBytes(StandardCharsets.UTF_8), mediaType);
    }

    public static Reply raw(int status, byte[] body, String mediaType) {
        return new Reply(status, body, Map.of(HttpHeaders.CONTENT_TYPE, mediaType));
    }

    public Reply withHeader(String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return new Reply(status, body, all);
    }

    public ResponseEntity<Object> toEntity() {
        return ResponseEntity.status(status).headers(to -> headers.forEach(to::set)).body(body);
    }
}
