package orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Changes a body before Jackson binds it. Only a fault needs this. */
@RestControllerAdvice
class BodyAdvice extends RequestBodyAdviceAdapter {
    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return Behaviour.CHOSEN.normalise != null;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        return new ChangedMessage(message.getHeaders(), new ByteArrayInputStream(change(body)));
    }

    private byte[] change(byte[] body) throws IOException {
        JsonNode read;
        try {
            read = mapper.readTree(body);
        } catch (JsonProcessingException unreadable) {
            return Behaviour.CHOSEN.repair == null ? body : Behaviour.CHOSEN.repair.get();
        }
        return mapper.writeValueAsBytes(Behaviour.CHOSEN.normalise.apply(read));
    }

    private record ChangedMessage(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
