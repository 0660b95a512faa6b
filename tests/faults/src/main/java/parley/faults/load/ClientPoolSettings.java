package parley.faults.load;

/**
 * The number of clients and what they do.
 *
 * @param devices clients, distributed among the users
 * @param directs conversations of two
 * @param groups of {@code groupSize} users each
 * @param messagesPerSecond messages and changes of messages
 * @param membershipMillis between two membership changes
 * @param extras percent of all operations that are not messages: channels, memberships, places, drafts, files
 *     and searches; of texts, those that mention someone
 */
public record ClientPoolSettings(
        int users,
        int devices,
        int directs,
        int groups,
        int groupSize,
        int messagesPerSecond,
        int membershipMillis,
        int extras) {

    /** Enough that every kind of them happens often in a run of minutes. */
    public static final int SOME_EXTRAS = 8;

    public ClientPoolSettings {
        if (users < 2 || devices < users || groupSize < 3 || groupSize > users) {
            throw new IllegalArgumentException("every user needs a device, and every group three users");
        }
    }

    /** For a run of minutes. */
    public static ClientPoolSettings small() {
        return new ClientPoolSettings(100, 300, 80, 8, 6, 500, 2_000, 0);
    }

    /** For a run of a million messages, with a storm of 2,000 sockets. */
    public static ClientPoolSettings full() {
        return new ClientPoolSettings(1_000, 2_000, 700, 60, 8, 700, 1_000, SOME_EXTRAS);
    }

    public ClientPoolSettings at(int perSecond) {
        return new ClientPoolSettings(users, devices, directs, groups, groupSize, perSecond, membershipMillis, extras);
    }

    public ClientPoolSettings withExtras(int percent) {
        return new ClientPoolSettings(
                users, devices, directs, groups, groupSize, messagesPerSecond, membershipMillis, percent);
    }
}
