package consumer;

import org.openapitools.model.ErrorDetail;
import org.openapitools.model.InvalidRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes the documented bodies of refusals with the generated models. */
@RestControllerAdvice
public class Refusals {
    @ExceptionHandler
    ResponseEntity<ErrorDetail> refuse(Refused refused) {
        return ResponseEntity.status(refused.status).body(new ErrorDetail(refused.status.getReasonPhrase()));
    }

    @ExceptionHandler
    ResponseEntity<InvalidRequest> refuse(MethodArgumentNotValidException invalid) {
        InvalidRequest body = new InvalidRequest();
        for (FieldError error : invalid.getFieldErrors()) {
            if (error.getField().equals("axStatus")) body.addAxStatusItem(error.getDefaultMessage());
            if (error.getField().equals("channelStatus")) body.addChannelStatusItem(error.getDefaultMessage());
            if (error.getField().equals("comment")) body.addCommentItem(error.getDefaultMessage());
        }
        return ResponseEntity.badRequest().body(body);
    }
}
