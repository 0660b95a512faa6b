package parley.web.own.sync;

import jakarta.json.JsonValue;
import parley.web.presence.signal.OwnStateChanged;

/**
 * CDI event: a changed part of a user's own state, for the user's sessions on this node.
 *
 * @param value {@link JsonValue#NULL} if the part was removed; null if it could not be loaded
 */
public record OwnStateLoaded(OwnStateChanged change, JsonValue value) {}
