package parley.system.unread;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a text names. A set of users who are mentioned is null for everyone.
 *
 * @param users null for everyone
 */
record Naming(Set<Long> users, String text) {

    private static final Naming NOBODY = new Naming(Set.of(), "");

    /** Mostly nobody. */
    static Naming random(Random random, Map<Long, String> names, boolean isGroup) {
        return switch (random.nextInt(6)) {
            case 0 -> {
                long user = List.copyOf(names.keySet()).get(random.nextInt(names.size()));
                yield new Naming(Set.of(user), " @" + names.get(user));
            }
            case 1 -> isGroup ? new Naming(null, random.nextInt(3) > 0 ? " @channel" : " @here") : NOBODY;
            default -> NOBODY;
        };
    }

    /** Without those who are no members, as the answer says. */
    Set<Long> mentioned(JsonNode ok) {
        if (users == null) return null;
        var members = new HashSet<>(users);
        ok.path("notMembers").forEach(user -> members.remove(user.asLong()));
        return members;
    }

    /** @param mentions of a message */
    static Set<Long> of(JsonNode mentions) {
        if (mentions.has("everyone")) return null;
        return mentions.path("users").valueStream().map(JsonNode::asLong).collect(Collectors.toSet());
    }

    static String toString(Set<Long> mentioned) {
        if (mentioned == null) return " and mentions everyone";
        return mentioned.isEmpty() ? "" : " and mentions " + mentioned;
    }
}
