package parley.web.file.upload;

import java.util.List;

/** The media types that the configuration allows. */
record AllowedTypes(List<String> patterns) {

    private static final String ANY = "*/*";

    boolean allow(String type) {
        return patterns.stream().map(String::strip).anyMatch(pattern -> matches(pattern, type));
    }

    private static boolean matches(String pattern, String type) {
        if (pattern.equals(ANY)) return true;
        return pattern.endsWith("/*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equalsIgnoreCase(type);
    }
}
