package orders;

public record ErrorDetail(String detail) {}
