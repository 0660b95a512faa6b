package parley.domain.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the links that users write into messages. */
public final class WebLinks {

    private static final int LONGEST = 2_000;

    private static final Pattern LINK = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])https?://[^\\s<>\"`\\p{Cntrl}]+");

    /** What ends a sentence, or emphasis in Markdown, rather than a link. */
    private static final String NOT_AT_THE_END = ".,;:!?'*_~|";

    private WebLinks() {}

    /** The first link of a body with {@code http:} or {@code https:} that is not in code, as it is written. */
    public static Optional<String> first(String body) {
        var code = CodeRanges.of(body);
        return LINK.matcher(body)
                .results()
                .filter(found -> !code.get(found.start()))
                .map(found -> withoutWhatFollows(found.group()))
                .filter(link -> link.length() <= LONGEST)
                .findFirst();
    }

    /** Up to a closing bracket that was opened before the link, and without punctuation at the end. */
    private static String withoutWhatFollows(String found) {
        int end = 0;
        int round = 0;
        int square = 0;
        for (; end < found.length(); end++) {
            switch (found.charAt(end)) {
                case '(' -> round++;
                case '[' -> square++;
                case ')' -> round--;
                case ']' -> square--;
                default -> {
                    continue;
                }
            }
            if (round < 0 || square < 0) break;
        }
        while (NOT_AT_THE_END.indexOf(found.charAt(end - 1)) >= 0) end--;
        return found.substring(0, end);
    }
}
