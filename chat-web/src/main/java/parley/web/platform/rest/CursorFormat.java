package parley.web.platform.rest;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The text of a place where a page ended: numbers separated by hyphens, opaque for clients. */
public final class CursorFormat {

    public static final String RULE = "after: the next of a page is needed";

    private final Pattern form;

    /** @param digits the most digits of each number, at most 18 */
    public CursorFormat(int... digits) {
        form = Pattern.compile(Arrays.stream(digits)
                .mapToObj(most -> "([0-9]{1," + most + "})")
                .collect(Collectors.joining("-")));
    }

    /** @throws IllegalArgumentException with {@link #RULE} */
    public long[] parse(String text) {
        var parts = form.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException(RULE);
        return numbers(parts);
    }

    private static long[] numbers(Matcher parts) {
        return IntStream.rangeClosed(1, parts.groupCount())
                .mapToLong(group -> Long.parseLong(parts.group(group)))
                .toArray();
    }

    public static String text(long... numbers) {
        return LongStream.of(numbers).mapToObj(Long::toString).collect(Collectors.joining("-"));
    }
}
