package orders.faults;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import orders.Behaviour;

/** Every fault by its id: each replaces some members of a conforming server. */
public final class Faults {
    public static final Map<String, Consumer<Behaviour>> BY_ID = all();

    private Faults() {}

    private static Map<String, Consumer<Behaviour>> all() {
        Map<String, Consumer<Behaviour>> faults = new HashMap<>();
        List.of(KeyFaults.ALL, OrderFaults.ALL, BodyFaults.ALL, RequestFaults.ALL, ResponseFaults.ALL, StateFaults.ALL)
                .forEach(faults::putAll);
        return faults;
    }

    /** A look-up in a database, during which other requests go on. */
    static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** UTF-8 that was read as Latin-1. */
    static String mojibake(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
