package parley.web.platform.page;

import java.util.List;
import java.util.Locale;

/** The encodings in which the build stores the files of the page, next to the plain ones, the smallest first. */
enum ContentEncoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String suffix;

    ContentEncoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** The value of {@code Content-Encoding}. */
    String token() {
        return token;
    }

    /** What the name of the file ends with. */
    String suffix() {
        return suffix;
    }

    /**
     * The encodings that a client accepts, the smallest first. Files differ only in size, so its preferences among those
     * that it accepts do not matter.
     *
     * @param header the value of {@code Accept-Encoding}, or null
     */
    static List<ContentEncoding> acceptedBy(String header) {
        if (header == null) return List.of();
        var accepted = List.of(header.toLowerCase(Locale.ROOT).split(","));
        return List.of(values()).stream()
                .filter(each -> accepted.stream().anyMatch(part -> accepts(part, each.token)))
                .toList();
    }

    /** Whether one part of the header names the encoding with a weight other than zero. */
    private static boolean accepts(String part, String token) {
        var fields = part.split(";", -1);
        if (!fields[0].strip().equals(token)) return false;
        for (int i = 1; i < fields.length; i++) {
            if (fields[i].strip().matches("q=0(\\.0*)?")) return false;
        }
        return true;
    }
}
