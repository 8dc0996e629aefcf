package orders;

/** An order of one run. */
public final class Order {
    private final String axCode;
    private final String channelCode;
    private final boolean foreign;
    private OrderStatus axStatus = OrderStatus.NEW;
    private OrderStatus channelStatus = OrderStatus.NEW;

    Order(String axCode, String channelCode, boolean foreign) {
        this.axCode = axCode;
        this.channelCode = channelCode;
        this.foreign = foreign;
    }

    public String axCode() {
        return axCode;
    }

    public String channelCode() {
        return channelCode;
    }

    public boolean isForeign() {
        return foreign;
    }

    public synchronized OrderStatus axStatus() {
        return axStatus;
    }

    public synchronized OrderStatus channelStatus() {
        return channelStatus;
    }

    public synchronized boolean isOpen() {
        return axStatus == OrderStatus.NEW;
    }

    public synchronized void set(OrderStatus axStatus, OrderStatus channelStatus) {
        this.axStatus = axStatus;
        this.channelStatus = channelStatus;
    }

    /** Sets the statuses of an open order; false where it was not open. */
    public synchronized boolean cancel(CancelRequest request) {
        if (!isOpen()) {
            return false;
        }
        set(request.axStatus(), request.channelStatus());
        return true;
    }
}
