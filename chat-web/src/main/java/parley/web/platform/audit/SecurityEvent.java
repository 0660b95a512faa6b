package parley.web.platform.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;

/**
 * An event of the audit log.
 *
 * @param name what happened, such as {@code sign_in}
 * @param fields the details, in the order in which they are written
 */
public record SecurityEvent(String name, Map<String, String> fields) {

    private static final int MAX_LENGTH = 200;

    public static SecurityEvent of(String name) {
        return new SecurityEvent(name, Map.of());
    }

    public SecurityEvent {
        fields = new LinkedHashMap<>(fields);
    }

    /** @param value omitted if null, and truncated if long */
    public SecurityEvent with(String field, Object value) {
        if (value == null) return this;
        var more = new LinkedHashMap<>(fields);
        var text = value.toString();
        more.put(field, text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
        return new SecurityEvent(name, more);
    }

    public SecurityEvent outcome(String outcome) {
        return with("outcome", outcome);
    }

    public SecurityEvent by(UserProfile actor) {
        return with("actor", actor.id()).with("username", actor.username());
    }

    /**
     * @param name as the user typed it; recorded only if it can be a username, because users also type passwords there
     */
    public SecurityEvent triedBy(String name) {
        try {
            return with("username", new Username(name).value());
        } catch (IllegalArgumentException noUsername) {
            return this;
        }
    }

    public SecurityEvent from(String address) {
        return with("address", address);
    }

    public SecurityEvent at(String path) {
        return with("path", path);
    }
}
