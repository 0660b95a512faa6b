package parley.web.directory.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import parley.domain.identity.Role;
import parley.domain.json.StrictJson;
import parley.domain.refusal.Refused;

/** The body of adding a member, which may be left out: {@code {"role": "owner"}}. */
final class RoleChange {

    private static final int MOST_BYTES = 1_000;

    private RoleChange() {}

    /**
     * Read by hand: a call without a body, and without a type of one, is as good.
     *
     * @return null where no role is given
     */
    static Role read(InputStream request) throws IOException {
        return of(request.readNBytes(MOST_BYTES + 1));
    }

    static Role of(byte[] body) {
        if (body.length == 0) return null;
        if (body.length > MOST_BYTES) throw wrong("body: it is too long");
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            var given = StrictJson.object(text).get("role");
            return given == null ? null : role(given instanceof JsonString name ? name.getString() : "");
        } catch (CharacterCodingException | IllegalArgumentException noJson) {
            throw wrong("body: a JSON object such as {\"role\": \"owner\"} is needed, or none");
        }
    }

    private static Role role(String name) {
        return switch (name) {
            case "owner" -> Role.OWNER;
            case "member" -> Role.MEMBER;
            default -> throw wrong("role: owner or member");
        };
    }

    private static Refused wrong(String what) {
        return Refused.invalid(Map.of(what.substring(0, what.indexOf(':')), what));
    }
}
