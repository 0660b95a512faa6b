package parley.web.account.directory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import parley.domain.account.entity.PublishedProfile;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;

/**
 * All users by id and by username; of each user the greatest version wins. A node knows every user, so a user takes
 * about 100 bytes: one object, one array with both names, and a slot in each of two open-addressed hash tables. One
 * thread writes; any thread reads, without a lock.
 */
final class UserTable {

    private static final int INITIAL_CAPACITY = 1_024;
    private static final int STATE = 0;
    private static final int USERNAME_LENGTH = 1;
    private static final int USERNAME = 2;

    /** @param names the state's number, the length of the username, the username, and the display name in UTF-8 */
    private record Entry(long id, long version, byte[] names) {

        int usernameLength() {
            return names[USERNAME_LENGTH];
        }

        String username() {
            return new String(names, USERNAME, usernameLength(), ISO_8859_1);
        }

        String displayName() {
            int from = USERNAME + usernameLength();
            return new String(names, from, names.length - from, UTF_8);
        }

        boolean isNamed(byte[] username) {
            int length = usernameLength();
            return Arrays.equals(names, USERNAME, USERNAME + length, username, 0, username.length);
        }
    }

    /** A user who changed the username stays in {@code byName} under the old one until the tables grow. */
    private record Tables(AtomicReferenceArray<Entry> byId, AtomicReferenceArray<Entry> byName) {

        static Tables of(int capacity) {
            return new Tables(new AtomicReferenceArray<>(capacity), new AtomicReferenceArray<>(capacity));
        }

        int capacity() {
            return byId.length();
        }

        int slot(long id) {
            int slot = first(Long.hashCode(id));
            while (byId.get(slot) instanceof Entry taken && taken.id != id) slot = next(slot);
            return slot;
        }

        int slot(byte[] username) {
            int slot = first(Arrays.hashCode(username));
            while (byName.get(slot) instanceof Entry taken && !taken.isNamed(username)) slot = next(slot);
            return slot;
        }

        private int first(int hash) {
            int mixed = hash * 0x9E3779B9;
            return (mixed ^ mixed >>> 16) & capacity() - 1;
        }

        private int next(int slot) {
            return slot + 1 & capacity() - 1;
        }
    }

    private volatile Tables tables = Tables.of(INITIAL_CAPACITY);
    /** The states that were seen, by their number. */
    private final CopyOnWriteArrayList<String> states = new CopyOnWriteArrayList<>();

    private int names;
    private volatile int size;

    UserTable() {
        states.add(PublishedProfile.ACTIVE);
    }

    /** @return what is known of the user now, which is not {@code user} if a greater version was known */
    PublishedProfile put(PublishedProfile user) {
        var id = user.profile().id().value();
        var known = tables.byId.get(tables.slot(id));
        if (known != null && known.version > user.version()) return published(known);
        if ((names + 1L) * 3 > tables.capacity() * 2L) grow();
        var entry = entry(user);
        tables.byId.set(tables.slot(id), entry);
        if (known == null) size++;
        name(tables, entry);
        return user;
    }

    Optional<PublishedProfile> find(UserId id) {
        var now = tables;
        return Optional.ofNullable(now.byId.get(now.slot(id.value()))).map(this::published);
    }

    /** @param username in lower case */
    Optional<PublishedProfile> find(String username) {
        var now = tables;
        var name = username.getBytes(UTF_8);
        var found = now.byName.get(now.slot(name));
        if (found == null) return Optional.empty();
        // The user may have changed the username since.
        var current = now.byId.get(now.slot(found.id));
        return current != null && current.isNamed(name) ? Optional.of(published(current)) : Optional.empty();
    }

    int size() {
        return size;
    }

    private void name(Tables into, Entry entry) {
        var username = Arrays.copyOfRange(entry.names, USERNAME, USERNAME + entry.usernameLength());
        int slot = into.slot(username);
        if (into.byName.get(slot) == null) names++;
        into.byName.set(slot, entry);
    }

    private void grow() {
        var before = tables;
        var larger = Tables.of(before.capacity() * 2);
        names = 0;
        for (int i = 0; i < before.capacity(); i++) {
            var entry = before.byId.get(i);
            if (entry == null) continue;
            larger.byId.set(larger.slot(entry.id), entry);
            name(larger, entry);
        }
        tables = larger;
    }

    private Entry entry(PublishedProfile user) {
        var username = user.profile().username().getBytes(ISO_8859_1);
        var displayName = user.profile().displayName().getBytes(UTF_8);
        var both = new byte[USERNAME + username.length + displayName.length];
        both[STATE] = (byte) number(user.state());
        both[USERNAME_LENGTH] = (byte) username.length;
        System.arraycopy(username, 0, both, USERNAME, username.length);
        System.arraycopy(displayName, 0, both, USERNAME + username.length, displayName.length);
        return new Entry(user.profile().id().value(), user.version(), both);
    }

    private int number(String state) {
        int number = states.indexOf(state);
        if (number >= 0) return number;
        if (states.size() > Byte.MAX_VALUE) throw new IllegalArgumentException("too many states of users");
        states.add(state);
        return states.size() - 1;
    }

    private PublishedProfile published(Entry entry) {
        return new PublishedProfile(
                new UserProfile(new UserId(entry.id), entry.username(), entry.displayName()),
                states.get(entry.names[STATE]),
                entry.version);
    }
}
