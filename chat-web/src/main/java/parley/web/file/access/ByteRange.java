package parley.web.file.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a file that a client asks for (RFC 9110).
 *
 * @param length 0 if the range is not within the file
 */
public record ByteRange(long from, long length) {

    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

    /**
     * @param header null if there is none
     * @return empty if the client gets the whole file: without a header, and with one that has several ranges or is invalid
     */
    public static Optional<ByteRange> parse(String header, long size) {
        if (header == null) return Optional.empty();
        var parts = FORM.matcher(header.strip());
        if (!parts.matches()) return Optional.empty();
        var first = parts.group(1);
        var last = parts.group(2);
        if (first.isEmpty()) return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), size));
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Long.parseLong(last);
        if (to < from && !last.isEmpty()) return Optional.empty();
        return Optional.of(new ByteRange(from, Math.max(0, Math.min(to, size - 1) - from + 1)));
    }

    private static ByteRange suffix(long length, long size) {
        long within = Math.min(length, size);
        return new ByteRange(size - within, within);
    }

    public boolean isSatisfiable() {
        return length > 0;
    }

    /** For the header {@code Content-Range}. */
    public String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
