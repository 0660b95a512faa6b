package parley.faults.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contents of log, database and history after the run.
 *
 * @param log every record of {@code chat_messages}, by partition and offset
 * @param deadLetters the offsets in {@code chat_messages} of the records in {@code chat_messages_dlq}
 * @param pages by node and conversation: the complete history over REST
 * @param state what nodes and database hold besides messages
 */
public record Evidence(
        List<LogRecord> log,
        List<MessageRow> messages,
        List<EventRow> events,
        List<RepeatRow> repeats,
        Map<Integer, Long> nextOffsets,
        Set<LogOffset> deadLetters,
        Map<String, Map<Long, Lines>> pages,
        FinalState state) {

    /** Nothing was stored. */
    public static Evidence empty() {
        return new Evidence(
                List.of(), List.of(), List.of(), List.of(), Map.of(), Set.of(), Map.of(), FinalState.empty());
    }

    /** @param state 1: could not be stored; 2: revoked */
    public record MessageRow(LogOffset logOffset, Key key, long pos, long seq, int state, long digest, long replyTo) {}

    /** @param digest of the body of an edit */
    public record EventRow(LogOffset logOffset, Key key, long at, Kind kind, long target, long digest) {}

    /** @param firstPos of a repeat, else -1 */
    public record RepeatRow(LogOffset logOffset, String why, long firstPos) {}
}
