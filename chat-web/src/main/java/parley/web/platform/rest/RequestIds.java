package parley.web.platform.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.util.regex.Pattern;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;

/** The caller of a REST call and the ids in its path. A malformed id gets 404, like an id that does not exist. */
public final class RequestIds {

    private static final Pattern ID = Pattern.compile("[0-9]{1,16}");

    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private RequestIds() {}

    public static UserId id(SecurityContext security) {
        return ((AuthenticatedUser) security.getUserPrincipal()).person().id();
    }

    public static ConversationId conversation(String id) {
        try {
            return new ConversationId(number(id));
        } catch (IllegalArgumentException impossible) {
            throw Refused.notFound("There is no such conversation.");
        }
    }

    public static UserId user(String id) {
        try {
            return new UserId(number(id));
        } catch (IllegalArgumentException impossible) {
            throw Refused.notFound("There is no such user.");
        }
    }

    /** As {@link #user(String)}; {@code me} is the caller. */
    public static UserId user(String id, UserId caller) {
        return id.equals("me") ? caller : user(id);
    }

    public static FileId file(String id) {
        try {
            return new FileId(number(id));
        } catch (IllegalArgumentException impossible) {
            throw Refused.notFound("There is no such file.");
        }
    }

    public static Position position(String pos) {
        try {
            return new Position(number(pos));
        } catch (IllegalArgumentException impossible) {
            throw Refused.notFound("There is no such message.");
        }
    }

    /** The id of a session: a UUID. */
    public static String session(String id) {
        if (!SESSION.matcher(id).matches()) throw Refused.notFound("There is no such session.");
        return id;
    }

    /** @param what what the id names, for the refusal */
    public static long of(String what, String id) {
        try {
            return number(id);
        } catch (IllegalArgumentException impossible) {
            throw Refused.notFound("There is no such " + what + ".");
        }
    }

    /** A number below 2^53 has at most 16 digits. */
    private static long number(String id) {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("no id");
        return Long.parseLong(id);
    }
}
