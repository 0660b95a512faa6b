package parley.system.unread;

import java.util.ArrayList;
import java.util.List;

/** What was done and acknowledged, in this order, for the message of a failure. Thread-safe. */
final class UnreadHistory {

    private static final long ALL = 0;
    private static final int MOST_LINES = 60;

    /** @param resets whether it sets the user's place, whatever it was before */
    private record Event(long conversation, long user, long pos, boolean resets, String what) {

        boolean concerns(long its, long mine, long after) {
            return conversation == its && (user == mine || pos > after);
        }
    }

    private final List<Event> events = new ArrayList<>();

    /** @param pos of the message that it is about */
    synchronized void add(UnreadModel.Member by, long pos, String what) {
        events.add(new Event(by.conversation(), by.user(), pos, false, what));
    }

    synchronized void addReset(UnreadModel.Member by, long pos, String what) {
        events.add(new Event(by.conversation(), by.user(), pos, true, what));
    }

    /** Concerns everyone. */
    synchronized void add(String what) {
        events.add(new Event(ALL, ALL, 0, false, what));
    }

    /**
     * What the place and the counts of a member depend on: what they did from the last but one time on that their place
     * was set, and what others did with messages after a position.
     */
    synchronized String of(UnreadModel.Member member, long after) {
        var lines = new ArrayList<String>();
        int first = start(member);
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            boolean isOwn = event.user == member.user();
            boolean isLate = i >= first || !isOwn && event.conversation != ALL;
            if (isLate && (event.conversation == ALL || event.concerns(member.conversation(), member.user(), after)))
                lines.add("  %d. %s".formatted(i, event.what));
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }

    private int start(UnreadModel.Member member) {
        int resets = 0;
        for (int i = events.size() - 1; i > 0; i--) {
            var event = events.get(i);
            boolean isOwn = event.conversation == member.conversation() && event.user == member.user();
            if (isOwn && event.resets && ++resets == 2) return i;
        }
        return 0;
    }
}
