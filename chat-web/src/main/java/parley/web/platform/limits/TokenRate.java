package parley.web.platform.limits;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A burst and a refill rate; all parts apply together. The text {@code 50:5/1s,500:500/1h} means 50 at once and 5 a
 * second, and no more than 500 at once and 500 an hour.
 */
public record TokenRate(List<Part> parts) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(\\d{1,9})/(\\d{1,6})([smh])");

    /**
     * @param burst the capacity
     * @param tokens the number of tokens refilled in each {@code period}
     */
    public record Part(long burst, long tokens, Duration period) {

        /** Bucket4j refuses more than one token per nanosecond. */
        private static final long MAX = 1_000_000_000L;

        public Part {
            if (burst < 1 || tokens < 1 || period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("a rate of nothing: " + burst + ":" + tokens + "/" + period);
            }
            burst = Math.min(burst, MAX);
            tokens = Math.min(tokens, MAX);
        }

        /** After this time without use, even an empty bucket is full. */
        Duration untilFull() {
            return Duration.ofMillis(1 + (long) Math.ceil((double) period.toMillis() * burst / tokens));
        }

        Part times(long factor) {
            return new Part(Math.multiplyExact(burst, factor), Math.multiplyExact(tokens, factor), period);
        }
    }

    public TokenRate {
        if (parts.isEmpty()) throw new IllegalArgumentException("a rate has at least one part");
        parts = List.copyOf(parts);
    }

    public static TokenRate of(long burst, long perSecond) {
        return new TokenRate(List.of(new Part(burst, perSecond, Duration.ofSeconds(1))));
    }

    /** @throws IllegalArgumentException if {@code text} does not have the form above */
    public static TokenRate parse(String text) {
        return new TokenRate(Stream.of(text.split(",", -1))
                .map(String::strip)
                .map(TokenRate::part)
                .toList());
    }

    private static Part part(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a rate such as 10:20/10m (at once : number / period in s, m or h)");
        }
        long count = Long.parseLong(found.group(3));
        var period = switch (found.group(4)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
        return new Part(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)), period);
    }

    public TokenRate times(long factor) {
        return new TokenRate(parts.stream().map(part -> part.times(factor)).toList());
    }

    Duration untilFull() {
        return parts.stream()
                .map(Part::untilFull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The maximum number that is allowed at once. */
    public long burst() {
        return parts.stream().mapToLong(Part::burst).min().orElseThrow();
    }
}
