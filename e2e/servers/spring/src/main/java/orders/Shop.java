package orders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The orders of one run and the texts of the page. */
public final class Shop {
    public static final String FORBIDDEN = "이 작업을 수행할 권한(permission)이 없습니다.";
    public static final String NOT_FOUND = "찾을 수 없습니다.";
    public static final String ALREADY_CANCELLED = "이미 취소된 주문입니다.";

    public static final String API_KEY = read("API_KEY");
    public static final List<Order> ORDERS = readOrders();

    private Shop() {}

    /** The first order that meets a condition, or null. */
    public static Order find(Predicate<Order> meets) {
        return ORDERS.stream().filter(meets).findFirst().orElse(null);
    }

    public static Order findByCode(String code) {
        return find(order -> order.axCode().equals(code));
    }

    private static List<Order> readOrders() {
        List<Order> orders = new ArrayList<>();
        addPairs(orders, "ORDERS", false);
        addPairs(orders, "FOREIGN", true);
        return List.copyOf(orders);
    }

    private static void addPairs(List<Order> orders, String name, boolean foreign) {
        for (String pair : read(name).split(",")) {
            String[] codes = pair.split(":");
            if (codes.length == 2) {
                orders.add(new Order(codes[0], codes[1], foreign));
            }
        }
    }

    private static String read(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
