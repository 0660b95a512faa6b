package parley.faults.load;

/**
 * How many there are and what they do.
 *
 * @param devices sockets, spread over the people
 * @param directs conversations of two
 * @param groups of {@code groupSize} people each
 * @param messagesPerSecond everything that goes into the log by a person's hand: messages and changes of messages
 * @param membershipMillis between two changes of who belongs to a group
 */
public record ClientPoolSettings(
        int people, int devices, int directs, int groups, int groupSize, int messagesPerSecond, int membershipMillis) {

    public ClientPoolSettings {
        if (people < 2 || devices < people || groupSize < 3 || groupSize > people) {
            throw new IllegalArgumentException("every person needs a device, and every group three people");
        }
    }

    /** For a run of minutes. */
    public static ClientPoolSettings small() {
        return new ClientPoolSettings(100, 300, 80, 8, 6, 500, 2_000);
    }

    /** For a run of a million messages, with a storm of 2,000 sockets. */
    public static ClientPoolSettings full() {
        return new ClientPoolSettings(1_000, 2_000, 700, 60, 8, 700, 1_000);
    }

    public ClientPoolSettings at(int perSecond) {
        return new ClientPoolSettings(people, devices, directs, groups, groupSize, perSecond, membershipMillis);
    }
}
