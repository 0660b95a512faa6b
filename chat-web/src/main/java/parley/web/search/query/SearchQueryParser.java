package parley.web.search.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import parley.domain.text.SearchWords;
import parley.domain.text.TextRules;

/** Parses the language that docs/protocol.md describes. Not thread-safe; one for each query. */
public final class SearchQueryParser {

    /** Code points. */
    static final int LONGEST = 1_000;

    static final int MOST_PARTS = 50;

    private static final Set<String> OPERATORS = Set.of("from", "in", "mentions", "before", "after", "on", "has", "is");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final String text;
    private final List<SearchQuery.Part> parts = new ArrayList<>();
    private int at;

    private SearchQueryParser(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if the query is not valid; the message says why, for the person who wrote it */
    public static SearchQuery parse(String given) {
        if (given == null) throw new IllegalArgumentException("something to search for is needed");
        // Before anything is looked at: a request can be much longer.
        if (given.length() > 2 * LONGEST || given.codePointCount(0, given.length()) > LONGEST)
            throw new IllegalArgumentException("at most " + LONGEST + " characters");
        return new SearchQueryParser(TextRules.query(given)).run();
    }

    private SearchQuery run() {
        while (skipSpace()) part();
        if (parts.isEmpty()) throw new IllegalArgumentException("something to search for is needed");
        if (parts.size() > MOST_PARTS) throw new IllegalArgumentException("at most " + MOST_PARTS + " words");
        return new SearchQuery(parts);
    }

    private void part() {
        boolean excluded = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
        if (excluded) at++;
        if (text.charAt(at) == '"') {
            text(quoted(), excluded);
            return;
        }
        int start = at;
        while (at < text.length() && !isSpace(at)) {
            if (text.charAt(at) == ':' && isOperator(start)) {
                var name = text.substring(start, at).toLowerCase(Locale.ROOT);
                at++;
                add(condition(name, value()), excluded);
                return;
            }
            at++;
        }
        text(text.substring(start, at), excluded);
    }

    private boolean isOperator(int start) {
        return OPERATORS.contains(text.substring(start, at).toLowerCase(Locale.ROOT));
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '"') return quoted();
        int start = at;
        while (at < text.length() && !isSpace(at)) at++;
        return text.substring(start, at);
    }

    /** Without the quotes; the last one may be missing. */
    private String quoted() {
        int start = ++at;
        int end = text.indexOf('"', start);
        at = end < 0 ? text.length() : end + 1;
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private void text(String given, boolean excluded) {
        var split = SearchWords.of(given);
        var words = split.words().stream().map(SearchWords.Word::text).toList();
        boolean isPrefix = given.endsWith("*") && !words.isEmpty() && endsBeforeStar(split, given);
        // The star that makes the prefix is not text.
        var signs = (isPrefix ? SearchWords.of(given.substring(0, given.length() - 1)) : split).distinctSigns();
        if (!words.isEmpty() || !signs.isEmpty()) add(new Condition.Text(words, isPrefix, signs), excluded);
    }

    private static boolean endsBeforeStar(SearchWords split, String given) {
        return split.words().getLast().end() == given.length() - 1;
    }

    private void add(Condition condition, boolean excluded) {
        parts.add(new SearchQuery.Part(condition, excluded));
    }

    private static Condition condition(String operator, String value) {
        if (value.isBlank()) throw new IllegalArgumentException(operator + ": needs a value");
        return switch (operator) {
            case "from" -> new Condition.From(value);
            case "in" -> new Condition.In(value);
            case "mentions" -> new Condition.Mentions(value);
            case "before" -> new Condition.Sent(null, date(operator, value));
            case "after" -> new Condition.Sent(date(operator, value).plusDays(1), null);
            case "on" ->
                new Condition.Sent(date(operator, value), date(operator, value).plusDays(1));
            case "has" -> marked(operator, value, "link, file, reaction or pin");
            case "is" -> marked(operator, value, "thread or saved");
            default -> throw new IllegalStateException(operator);
        };
    }

    private static Condition marked(String operator, String value, String choice) {
        return Mark.of(operator, value.toLowerCase(Locale.ROOT))
                .map(Condition.Marked::new)
                .orElseThrow(() -> new IllegalArgumentException(operator + ": needs " + choice));
    }

    private static LocalDate date(String operator, String value) {
        if (!DATE.matcher(value).matches())
            throw new IllegalArgumentException(operator + ": needs a date such as 2026-03-01");
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException invalid) {
            throw new IllegalArgumentException(operator + ": there is no day " + value, invalid);
        }
    }

    private boolean skipSpace() {
        while (at < text.length() && isSpace(at)) at++;
        return at < text.length();
    }

    private boolean isSpace(int index) {
        return Character.isWhitespace(text.charAt(index)) || Character.isSpaceChar(text.charAt(index));
    }
}
