package parley.log.topic;

import java.util.List;
import java.util.Map;

/** The topics of Parley and their required configuration. */
public final class Topics {

    public static final String MESSAGES = "chat_messages";
    public static final String MEMBERS = "chat_members";
    public static final String USERS = "chat_users";
    public static final String CONVERSATIONS = "chat_conversations";
    public static final String BLOCKS = "chat_blocks";
    public static final String STORED = "chat_stored";
    public static final String CLOCK = "chat_clock";
    public static final String SESSIONS = "chat_sessions";
    public static final String RECEIPTS = "chat_receipts";

    /** The consumer group that stores receipts; what it has committed is in the database. */
    public static final String RECEIPTS_GROUP = "parley-receipts";

    public static final String PRESENCE = "chat_presence";
    public static final String STATUSES = "chat_statuses";
    public static final String SIGNALS = "chat_signals";
    public static final String SEARCH = "chat_search";
    public static final String ACKNOWLEDGED = "chat_acknowledged";
    public static final String DEAD_LETTERS = "chat_messages_dlq";

    private static final Map<String, String> APPEND_TIME = Map.of("message.timestamp.type", "LogAppendTime");
    private static final Map<String, String> FOR_EVER =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    private static final Map<String, String> LATEST_OF_EACH_KEY = Map.of("cleanup.policy", "compact");
    // Only closed segments are compacted or expire. With Kafka's defaults (a week, 1 GB) those of a small topic never
    // do.
    private static final Map<String, String> STAYS_SMALL = Map.of(
            "segment.ms", Long.toString(hoursInMillis(1)),
            "min.cleanable.dirty.ratio", "0.1",
            "max.compaction.lag.ms", Long.toString(hoursInMillis(24)));

    private Topics() {}

    /**
     * @param partitions the required number
     * @param settings required settings, including {@code message.timestamp.type=LogAppendTime}
     * @param tuning recommended settings, applied unless an operator has set them; not required
     */
    public record Spec(String name, int partitions, Map<String, String> settings, Map<String, String> tuning) {}

    /** @param messagePartitions of {@code chat_messages}; must not change once the log is in use */
    public static List<Spec> all(int messagePartitions) {
        return List.of(
                new Spec(
                        MESSAGES,
                        messagePartitions,
                        with(FOR_EVER, Map.of("unclean.leader.election.enable", "false")),
                        Map.of()),
                new Spec(MEMBERS, 1, permanent(), STAYS_SMALL),
                new Spec(USERS, 1, permanent(), STAYS_SMALL),
                new Spec(CONVERSATIONS, 1, permanent(), STAYS_SMALL),
                new Spec(BLOCKS, 1, permanent(), STAYS_SMALL),
                new Spec(STORED, 1, with(LATEST_OF_EACH_KEY, Map.of()), STAYS_SMALL),
                new Spec(SESSIONS, 1, with(LATEST_OF_EACH_KEY, Map.of()), STAYS_SMALL),
                new Spec(CLOCK, 1, with(hours(1), Map.of()), segments(1)),
                new Spec(RECEIPTS, messagePartitions, with(hours(24 * 7), Map.of()), segments(24)),
                new Spec(PRESENCE, 1, with(hours(1), Map.of()), segments(1)),
                new Spec(STATUSES, 1, with(LATEST_OF_EACH_KEY, Map.of()), STAYS_SMALL),
                // Expires too, so that servers that are gone are forgotten.
                new Spec(SEARCH, 1, with(hours(24 * 7), Map.of("cleanup.policy", "compact,delete")), STAYS_SMALL),
                new Spec(SIGNALS, 1, with(hours(1), Map.of()), segments(1)),
                new Spec(ACKNOWLEDGED, messagePartitions, with(hours(24 * 30), Map.of()), segments(24)),
                new Spec(DEAD_LETTERS, messagePartitions, with(FOR_EVER, Map.of()), Map.of()));
    }

    /** The latest of each key, which nothing but the database could restore. */
    private static Map<String, String> permanent() {
        return with(LATEST_OF_EACH_KEY, Map.of("unclean.leader.election.enable", "false"));
    }

    private static Map<String, String> segments(int hours) {
        return Map.of("segment.ms", Long.toString(hoursInMillis(hours)));
    }

    private static long hoursInMillis(int hours) {
        return hours * 3_600_000L;
    }

    private static Map<String, String> hours(int hours) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(hoursInMillis(hours)));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new java.util.HashMap<>(APPEND_TIME);
        all.putAll(some);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
