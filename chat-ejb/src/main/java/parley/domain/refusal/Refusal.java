package parley.domain.refusal;

/** The reason for a refusal; its codes are stable and shared by REST and the socket. */
public enum Refusal {
    BAD_FRAME(400, false),
    BAD_REQUEST(400, false),
    TOO_LARGE(413, false),
    UNAUTHENTICATED(401, false),
    FORBIDDEN(403, false),
    NOT_FOUND(404, false),
    CONFLICT(409, false),
    USERNAME_TAKEN(409, false),
    CLOCK(400, false),
    RATE_LIMITED(429, true),
    UNAVAILABLE(503, true);

    private final int status;
    private final boolean retry;

    Refusal(int status, boolean retry) {
        this.status = status;
        this.retry = retry;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The corresponding HTTP status (RFC 9110). */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed later. */
    public boolean retry() {
        return retry;
    }
}
