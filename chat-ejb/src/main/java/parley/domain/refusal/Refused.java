package parley.domain.refusal;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A refusal to the user. REST and the socket each map it to their own format in one place. */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration DEFAULT_RETRY = Duration.ofSeconds(2);

    private final Refusal why;
    private final Duration retryAfter;
    private final transient Map<String, String> fields;
    private Instant serverTime;

    public Refused(Refusal why, String detail) {
        this(why, detail, why.retry() ? DEFAULT_RETRY : null, Map.of(), null);
    }

    protected Refused(Refusal why, String detail, Throwable cause) {
        this(why, detail, why.retry() ? DEFAULT_RETRY : null, Map.of(), cause);
    }

    private Refused(Refusal why, String detail, Duration retryAfter, Map<String, String> fields, Throwable cause) {
        super(detail, cause);
        this.why = why;
        this.retryAfter = retryAfter;
        this.fields = fields;
    }

    public static Refused unavailable(String detail, Throwable cause) {
        return new Refused(Refusal.UNAVAILABLE, detail, DEFAULT_RETRY, Map.of(), cause);
    }

    public static Refused retryLater(Refusal why, String detail, Duration after) {
        return new Refused(why, detail, after, Map.of(), null);
    }

    /** @param fields the invalid fields, each with its error message */
    public static Refused invalid(Map<String, String> fields) {
        return new Refused(Refusal.BAD_REQUEST, String.join("; ", fields.values()), null, Map.copyOf(fields), null);
    }

    /** The client's clock is ahead; {@code now} lets the client correct it. */
    public static Refused clock(Instant now) {
        var refused =
                new Refused(Refusal.CLOCK, "cid: its time is more than a minute ahead of serverTime " + now + ".");
        refused.serverTime = now;
        return refused;
    }

    public static Refused notFound(String what) {
        return new Refused(Refusal.NOT_FOUND, what);
    }

    public Refusal why() {
        return why;
    }

    /** How long to wait before a retry, or null if a retry would not help. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The server's time for a clock error, otherwise null. */
    public Instant serverTime() {
        return serverTime;
    }

    public Map<String, String> fields() {
        return fields;
    }
}
