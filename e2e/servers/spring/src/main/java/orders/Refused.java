package orders;

/** Ends a request with a response. */
public class Refused extends RuntimeException {
    private final transient Reply reply;

    public Refused(Reply reply) {
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
