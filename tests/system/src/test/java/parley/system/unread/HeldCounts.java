package parley.system.unread;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.system.unread.UnreadModel.Count;

/** A conversation as a client holds it: loaded once, and kept by frames. */
final class HeldCounts {

    private final long user;

    private long place;
    private long back;
    private long sent;

    /** What was loaded: the counts after a place, including everything up to a position. */
    private Count loaded = new Count(0, 0);

    private long loadedPlace;
    private long loadedUpTo;

    /** A message that was loaded has changed. */
    private boolean stale;

    /** The messages of others after what was loaded that are not revoked, and whether they mention the user. */
    private final TreeMap<Long, Boolean> later = new TreeMap<>();

    /** The positions of all messages that were shown. */
    private final TreeSet<Long> shown = new TreeSet<>();

    HeldCounts(long user) {
        this.user = user;
    }

    /** @param conversation as in REST */
    void load(JsonNode conversation) {
        place = conversation.path("read").asLong();
        back = conversation.path("back").asLong();
        sent = conversation.path("sent").asLong();
        loaded = new Count(
                conversation.path("unread").asLong(),
                conversation.path("mentions").asLong());
        loadedPlace = place;
        loadedUpTo = conversation.path("last").path("pos").asLong();
        stale = false;
        later.clear();
    }

    long place() {
        return place;
    }

    TreeSet<Long> shown() {
        return new TreeSet<>(shown);
    }

    /** Empty if the counts have to be loaded: the place was set back, or a message that was loaded has changed. */
    Optional<Count> count() {
        if (stale || place != loadedPlace && place < loadedUpTo) return Optional.empty();
        var after = later.tailMap(place, false).values();
        var since = new Count(
                after.size(), after.stream().filter(mentions -> mentions).count());
        return Optional.of(place == loadedPlace ? loaded.plus(since) : since);
    }

    void read(long pos) {
        place = Math.max(place, pos);
    }

    void sent(long pos) {
        shown.add(pos);
        sent = Math.max(sent, pos);
        if (pos > back) read(pos);
    }

    void message(JsonNode frame) {
        long pos = frame.path("pos").asLong();
        if (frame.path("from").asLong() == user) {
            sent(pos);
            return;
        }
        shown.add(pos);
        if (pos > loadedUpTo) later.put(pos, mentionsUser(frame));
    }

    void change(JsonNode frame) {
        long pos = frame.path("pos").asLong();
        if (pos <= loadedUpTo) stale = true;
        switch (frame.path("kind").asText()) {
            case "revoked" -> later.remove(pos);
            case "edited" -> later.computeIfPresent(pos, (at, before) -> mentionsUser(frame));
            default -> {} // a reaction counts nowhere
        }
    }

    /** Of the user's own. */
    void receipt(JsonNode frame) {
        long read = frame.path("read").asLong();
        if (!frame.has("back")) {
            read(read);
            return;
        }
        back = Math.max(back, frame.path("back").asLong());
        place = sent > back ? Math.max(read, sent) : read;
    }

    private boolean mentionsUser(JsonNode frame) {
        var mentions = frame.path("mentions");
        return mentions.has("everyone") || mentions.path("users").valueStream().anyMatch(id -> id.asLong() == user);
    }
}
