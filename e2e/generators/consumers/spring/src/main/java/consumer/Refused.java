package consumer;

import org.springframework.http.HttpStatus;

/** A refusal that the contract documents with one text. */
final class Refused extends RuntimeException {
    final HttpStatus status;

    Refused(HttpStatus status) {
        this.status = status;
    }
}
