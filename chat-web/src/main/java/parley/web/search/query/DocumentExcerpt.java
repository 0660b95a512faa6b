package parley.web.search.query;

import java.util.List;
import parley.domain.identity.FileId;

/**
 * A part of a document's text around the first place that matches.
 *
 * @param highlights the places in {@code text}
 */
public record DocumentExcerpt(FileId file, String text, List<TextMatch.Range> highlights) {

    private static final int BEFORE = 60;
    private static final int LENGTH = 240;

    /** @param places in order and without overlaps; at least one */
    static DocumentExcerpt of(FileId file, String text, List<TextMatch.Range> places) {
        int first = places.getFirst().start();
        int start = first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first);
        int end = whole(text, Math.min(text.length(), start + LENGTH));
        var shown = places.stream()
                .filter(place -> place.end() <= end)
                .map(place -> new TextMatch.Range(place.start() - start, place.end() - start))
                .toList();
        return new DocumentExcerpt(file, text.substring(start, end).replaceAll("\\s", " "), shown);
    }

    private static int wordStart(String text, int from, int first) {
        for (int at = from; at < first; at++)
            if (Character.isWhitespace(text.charAt(at)) && !Character.isWhitespace(text.charAt(at + 1))) return at + 1;
        return whole(text, from);
    }

    /** Not within a surrogate pair. */
    private static int whole(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "DocumentExcerpt[" + file + "]";
    }
}
