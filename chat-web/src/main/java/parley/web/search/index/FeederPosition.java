package parley.web.search.index;

/**
 * Up to where a feeder has fed an index.
 *
 * @param feeder who wrote it; there is one at a time, but one that was replaced may write once more
 * @param term greater than that of the feeder before
 */
public record FeederPosition(String feeder, long term, IndexPosition position) {

    private static final String SEPARATOR = " ";
    private static final int PARTS = 3;

    String text() {
        return term + SEPARATOR + feeder + SEPARATOR + position.text();
    }

    /** Null if the text is that of another version. */
    static FeederPosition parse(String text) {
        var parts = text.split(SEPARATOR, PARTS);
        if (parts.length < PARTS) return null;
        var position = IndexPosition.parse(parts[2]);
        return position == null ? null : new FeederPosition(parts[1], Long.parseLong(parts[0]), position);
    }
}
