package parley.faults.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every node and the database hold at the end, besides messages. The keys of the maps are the names of the holders.
 *
 * @param roles of all members of the channels
 * @param groups the attributes of the channels
 * @param receipts the records of {@code chat_receipts}, in the order of each partition
 */
public record FinalState(
        Map<String, Map<Member, String>> roles,
        Map<String, Map<Long, Attributes>> groups,
        List<Counter> counters,
        List<Total> totals,
        Map<String, Map<Member, Long>> drafts,
        List<Receipt> receipts) {

    public record Member(long conversation, long user) {}

    public record Attributes(String title, boolean archived) {}

    public record Counter(String where, Member member, long unread, long mentions) {}

    /** @param conversations those that the same node lists */
    public record Total(String where, long user, List<Long> conversations, long unread, long mentions) {}

    /** @param end null if the place moves forward only; otherwise the end of the log when it was set back */
    public record Receipt(Member member, long pos, Long end) {}

    /** The number of values that are compared. */
    long values() {
        long maps = Stream.of(roles, groups, drafts)
                .flatMap(each -> each.values().stream())
                .mapToLong(Map::size)
                .sum();
        return maps + 2L * (counters.size() + totals.size());
    }

    public static FinalState empty() {
        return new FinalState(
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>());
    }
}
