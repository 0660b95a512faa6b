package parley.faults.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.faults.model.History;

/** A group that members create, join, leave and change. Its changes are made one after another. */
final class Channel {

    private final SimulatedConversation conversation;
    private final History.Channel attributes;

    /** As far as they are known. */
    private final Map<SimulatedUser, String> roles = new HashMap<>();

    /** After an unknown outcome the membership is not changed again. */
    private final Set<SimulatedUser> unsure = new HashSet<>();

    private boolean archived;
    private boolean attributesUnsure;
    private boolean busy;

    Channel(SimulatedConversation conversation, History.Channel attributes) {
        this.conversation = conversation;
        this.attributes = attributes;
        conversation.members().forEach(member -> roles.put(member, "member"));
        roles.put(conversation.owner(), "owner");
    }

    long id() {
        return conversation.id();
    }

    SimulatedUser owner() {
        return conversation.owner();
    }

    boolean isPublic() {
        return !attributes.isPrivate();
    }

    boolean isArchived() {
        return archived;
    }

    /** Whether it may be changed now. */
    boolean isFree() {
        return !busy && isSure();
    }

    /** Whether its attributes are known. */
    boolean isSure() {
        return !attributesUnsure;
    }

    List<SimulatedUser> members() {
        return conversation.members();
    }

    void begins() {
        busy = true;
    }

    void ends() {
        busy = false;
    }

    boolean canChange(SimulatedUser user) {
        return user != owner() && !unsure.contains(user);
    }

    /** Null if the user is no member. */
    String role(SimulatedUser user) {
        return roles.get(user);
    }

    void becomes(SimulatedUser user, String role) {
        if (role == null) roles.remove(user);
        else roles.put(user, role);
        conversation.members().remove(user);
        if (role != null) conversation.members().add(user);
    }

    void isUnsureOf(SimulatedUser user) {
        unsure.add(user);
        conversation.members().remove(user);
    }

    void archived(boolean now) {
        archived = now;
    }

    void attributesAreUnsure() {
        attributesUnsure = true;
    }
}
