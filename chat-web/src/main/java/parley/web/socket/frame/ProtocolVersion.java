package parley.web.socket.frame;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import parley.domain.json.StrictJson;

/**
 * The version of the frames on a socket. New fields and new types of frames leave it unchanged, because clients ignore
 * what they do not know. It increases with a change that a client of the earlier version would misunderstand; nodes then
 * answer in the version of the client's {@code hello}, so that both work during a rolling upgrade.
 */
final class ProtocolVersion {

    static final int CURRENT = 1;

    private ProtocolVersion() {}

    /** Requires the version of a {@code hello} to be one that this node speaks. Clients that do not say it speak 1. */
    static void require(JsonObject hello) {
        var given = hello.get("version");
        if (given == null || given == JsonValue.NULL) return;
        if (given instanceof JsonNumber && StrictJson.integer("version", given) == CURRENT) return;
        throw new IllegalArgumentException("version: this node speaks version " + CURRENT + " of the protocol");
    }
}
