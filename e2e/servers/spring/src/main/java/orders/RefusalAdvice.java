package orders;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class RefusalAdvice {
    @ExceptionHandler
    ResponseEntity<Object> refuse(Refused refused) {
        return Behaviour.CHOSEN.finish.apply(refused.reply()).toEntity();
    }
}
