package parley.web.file.upload;

import java.util.Map;
import java.util.regex.Pattern;
import parley.domain.refusal.Refused;

/**
 * The part of a file that a request carries, as its header {@code Content-Range} says (RFC 9110).
 *
 * @param from of its first byte
 * @param length at least 1
 */
public record ContentRange(long from, long length, long size) {

    private static final String FIELD = "Content-Range";
    private static final Pattern FORM = Pattern.compile("bytes ([0-9]{1,15})-([0-9]{1,15})/([0-9]{1,15})");

    /**
     * @param header null if the request carries all of the file
     * @param size of the file, as it was announced
     */
    public static ContentRange parse(String header, long size) {
        if (header == null) return new ContentRange(0, size, size);
        var parts = FORM.matcher(header);
        if (!parts.matches()) throw wrong("bytes FIRST-LAST/SIZE is needed");
        long from = Long.parseLong(parts.group(1));
        long last = Long.parseLong(parts.group(2));
        if (Long.parseLong(parts.group(3)) != size) throw wrong("the size of the file is " + size);
        if (from > last || last >= size) throw wrong("the range is not within the file");
        return new ContentRange(from, last - from + 1, size);
    }

    long end() {
        return from + length;
    }

    boolean isLast() {
        return end() == size;
    }

    private static Refused wrong(String rule) {
        return Refused.invalid(Map.of(FIELD, FIELD + ": " + rule));
    }
}
