package parley.web.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import parley.domain.text.SearchWords;

/** Decides whether a text matches the words and signs of a query, and where. */
public final class TextMatch {

    /** More would not help anybody to find the place. */
    private static final int MOST_RANGES = 100;

    /**
     * A part of a text that matches, in UTF-16 units.
     *
     * @param end exclusive
     */
    public record Range(int start, int end) {}

    private final SearchWords split;
    private final List<Range> ranges = new ArrayList<>();

    private final Predicate<Condition.Text> elsewhere;

    private TextMatch(String text, Predicate<Condition.Text> elsewhere) {
        split = SearchWords.of(text);
        this.elsewhere = elsewhere;
    }

    /**
     * The matching parts of {@code text}, in order and without overlaps; there are none if the query has no words. Empty
     * if the text does not match.
     */
    public static Optional<List<Range>> of(SearchQuery query, String text) {
        return of(query, text, new DocumentMatch(FileTexts.NONE));
    }

    /** The same for a text and documents: each part of the query must match in one of them. */
    public static Optional<List<Range>> of(SearchQuery query, String text, DocumentMatch documents) {
        var match = new TextMatch(text, documents::matches);
        for (var part : query.parts()) {
            if (!match.holds(part)) return Optional.empty();
        }
        return Optional.of(match.merged());
    }

    private boolean holds(SearchQuery.Part part) {
        return switch (part.condition()) {
            case Condition.Text text -> {
                boolean here = matches(split, text);
                if (here && !part.isExcluded()) mark(text);
                // Both are asked, so that every document that matches is known.
                boolean found = elsewhere.test(text) || here;
                yield found != part.isExcluded();
            }
            case Condition.From from -> true;
            case Condition.In in -> true;
            case Condition.Mentions mentions -> true;
            case Condition.Sent sent -> true;
            case Condition.Marked marked -> true;
        };
    }

    static boolean matches(SearchWords split, Condition.Text wanted) {
        if (!split.distinctSigns().containsAll(wanted.signs())) return false;
        return wanted.words().isEmpty()
                || IntStream.range(0, places(split, wanted)).anyMatch(i -> matches(split, wanted, i));
    }

    private void mark(Condition.Text wanted) {
        mark(split, wanted, ranges);
    }

    /** Adds the places of these words and signs. */
    static void mark(SearchWords split, Condition.Text wanted, List<Range> ranges) {
        var words = split.words();
        int length = wanted.words().size();
        for (int i = 0; length > 0 && i < places(split, wanted) && ranges.size() < MOST_RANGES; i++) {
            if (matches(split, wanted, i))
                ranges.add(new Range(
                        words.get(i).start(), words.get(i + length - 1).end()));
        }
        for (var sign : split.signs()) {
            if (wanted.signs().contains(sign.text()) && ranges.size() < MOST_RANGES)
                ranges.add(new Range(sign.start(), sign.end()));
        }
    }

    private static int places(SearchWords split, Condition.Text wanted) {
        return Math.max(0, split.words().size() - wanted.words().size() + 1);
    }

    private static boolean matches(SearchWords split, Condition.Text wanted, int from) {
        int last = wanted.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            var word = split.words().get(from + i).text();
            var expected = wanted.words().get(i);
            boolean matches = wanted.isPrefix() && i == last ? word.startsWith(expected) : word.equals(expected);
            if (!matches) return false;
        }
        return true;
    }

    private List<Range> merged() {
        return merged(ranges);
    }

    static List<Range> merged(List<Range> ranges) {
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::start));
        var merged = new ArrayList<Range>();
        for (var range : sorted) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || range.start > last.end) merged.add(range);
            else if (range.end > last.end) merged.set(merged.size() - 1, new Range(last.start, range.end));
        }
        return List.copyOf(merged);
    }
}
