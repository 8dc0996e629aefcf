package orders;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum OrderStatus {
    @JsonProperty("Traveler cancel") TRAVELER_CANCEL,
    @JsonProperty("Unavoidable cancel") UNAVOIDABLE_CANCEL,
    @JsonProperty("New") NEW
}
