package parley.log.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The {@code traceparent} of W3C Trace Context, which assigns a record to a trace. Ids are random but not secret. A
 * context is active on a thread within {@link #open}. {@link RecordSpans} records spans while telemetry is on.
 *
 * @param high first half of the trace id, which as a whole is never 0
 * @param low second half of the trace id
 * @param parent id of the parent span, never 0
 * @param flags 0 to 255
 */
public record TraceContext(long high, long low, long parent, int flags) {

    /** The name of the header, in requests and in records. */
    public static final String HEADER = "traceparent";

    private static final int LENGTH = 55;
    private static final int TRACE = 3;
    private static final int PARENT = 36;
    private static final int FLAGS = 53;
    private static final int SAMPLED = 1;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);
    private static final ThreadLocal<TraceContext> ACTIVE = new ThreadLocal<>();

    public TraceContext {
        if ((high | low) == 0 || parent == 0) throw new IllegalArgumentException("an id of a trace is not 0");
        if (flags < 0 || flags > 0xFF) throw new IllegalArgumentException("flags out of range: " + flags);
    }

    /** The period in which a context is active. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** A new trace, not sampled. */
    public static TraceContext random() {
        var random = ThreadLocalRandom.current();
        return new TraceContext(random.nextLong(), notZero(random.nextLong()), notZero(random.nextLong()), 0);
    }

    /** A child span of this context, in the same trace. */
    public TraceContext child() {
        return new TraceContext(high, low, notZero(ThreadLocalRandom.current().nextLong()), flags);
    }

    public boolean isSampled() {
        return (flags & SAMPLED) != 0;
    }

    /** In 32 hexadecimal digits. */
    public String traceId() {
        return toString().substring(TRACE, TRACE + 32);
    }

    /** In 16 hexadecimal digits. */
    public String parentId() {
        return toString().substring(PARENT, PARENT + 16);
    }

    /** The active context of this thread, or a new one. */
    public static TraceContext currentOrNew() {
        var active = ACTIVE.get();
        return active == null ? random() : active;
    }

    /** Activates this context until the scope is closed, which must happen on the same thread. */
    public Scope open() {
        var before = ACTIVE.get();
        ACTIVE.set(this);
        return () -> {
            if (before == null) ACTIVE.remove();
            else ACTIVE.set(before);
        };
    }

    /** Empty if {@code header} is null or not a valid traceparent, which must then be ignored. */
    public static Optional<TraceContext> parse(String header) {
        if (header == null || header.length() < LENGTH) return Optional.empty();
        boolean shaped = header.charAt(2) == '-' && header.charAt(PARENT - 1) == '-' && header.charAt(FLAGS - 1) == '-';
        var version = header.substring(0, 2);
        boolean ends = header.length() == LENGTH || !version.equals("00") && header.charAt(LENGTH) == '-';
        if (!shaped || !ends || version.equals("ff")) return Optional.empty();
        try {
            hex(header, 0, 2);
            return Optional.of(
                    new TraceContext(hex(header, TRACE, 16), hex(header, TRACE + 16, 16), hex(header, PARENT, 16), (int)
                            hex(header, FLAGS, 2)));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    /** The form used in headers, in ASCII. */
    public byte[] bytes() {
        var bytes = new byte[LENGTH];
        put(bytes, 0, 2, 0);
        put(bytes, TRACE, 16, high);
        put(bytes, TRACE + 16, 16, low);
        put(bytes, PARENT, 16, parent);
        put(bytes, FLAGS, 2, flags);
        bytes[2] = bytes[PARENT - 1] = bytes[FLAGS - 1] = '-';
        return bytes;
    }

    @Override
    public String toString() {
        return new String(bytes(), ISO_8859_1);
    }

    private static void put(byte[] bytes, int from, int digits, long value) {
        for (int i = from + digits - 1; i >= from; i--, value >>>= 4) bytes[i] = DIGITS[(int) value & 0xF];
    }

    private static long hex(String text, int from, int digits) {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            char c = text.charAt(i);
            boolean lowerCase = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            if (!lowerCase) throw new IllegalArgumentException("no digit: " + c);
            value = value << 4 | Character.digit(c, 16);
        }
        return value;
    }

    private static long notZero(long random) {
        return random == 0 ? 1 : random;
    }
}
