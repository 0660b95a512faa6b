package parley.web.search.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One condition of a query, as it was written: names are not resolved. */
public sealed interface Condition {

    /**
     * These words, one directly after the other, and all of these signs, anywhere. Not both are empty.
     *
     * @param words folded, as {@link parley.domain.text.SearchWords} has them
     * @param isPrefix whether the last one may go on
     */
    record Text(List<String> words, boolean isPrefix, Set<String> signs) implements Condition {}

    /** The sender. */
    record From(String name) implements Condition {}

    /** The conversation. */
    record In(String name) implements Condition {}

    record Mentions(String name) implements Condition {}

    /**
     * When it was sent.
     *
     * @param first the first day; null if there is no limit
     * @param end the day after the last one; null if there is no limit
     */
    record Sent(LocalDate first, LocalDate end) implements Condition {}

    /** A property of a message. */
    record Marked(Mark mark) implements Condition {}
}
