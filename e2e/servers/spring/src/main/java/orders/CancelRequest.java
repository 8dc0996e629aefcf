package orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

public record CancelRequest(
        @NotNull @JsonProperty("ax_status") OrderStatus axStatus,
        @NotNull @JsonProperty("channel_status") OrderStatus channelStatus,
        String comment) {}
