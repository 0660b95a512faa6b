package parley.faults.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The state of a message with its changes folded in. A change is ignored unless it is newer than the last one, and
 * after a revoke.
 *
 * @param body digest of the current text
 * @param at the position of the last change, or 0
 */
public record Fold(long body, long at, boolean revoked, Map<String, Set<Long>> reactions) {

    public static Fold of(long body) {
        return new Fold(body, 0, false, Map.of());
    }

    /** As history shows it. */
    public static Fold shown(long body, long at, boolean revoked, Map<String, Set<Long>> reactions) {
        return revoked ? new Fold(Digest.NOTHING, at, true, Map.of()) : new Fold(body, at, false, reactions);
    }

    public Fold edited(long pos, long newBody) {
        return isIgnored(pos) ? this : new Fold(newBody, pos, false, reactions);
    }

    public Fold revoked(long pos) {
        return isIgnored(pos) ? this : new Fold(Digest.NOTHING, pos, true, Map.of());
    }

    public Fold reacted(long pos, String emoji, long user, boolean on) {
        if (isIgnored(pos)) return this;
        var changed = new TreeMap<>(reactions);
        var users = new TreeSet<>(changed.getOrDefault(emoji, Set.of()));
        if (on) users.add(user);
        else users.remove(user);
        if (users.isEmpty()) changed.remove(emoji);
        else changed.put(emoji, users);
        return new Fold(body, pos, false, changed);
    }

    private boolean isIgnored(long pos) {
        return revoked || pos <= at;
    }
}
