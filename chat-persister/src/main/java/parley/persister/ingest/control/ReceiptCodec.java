package parley.persister.ingest.control;

import jakarta.json.JsonObject;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;
import parley.persister.store.entity.ReadMark;

/** The value of a record of {@code chat_receipts}: {@code {"conv":N,"user":N,"pos":N}}. */
final class ReceiptCodec {

    private ReceiptCodec() {}

    /** Null where it is none, whatever it is. */
    static ReadMark read(String value) {
        if (value == null) return null;
        try {
            var json = StrictJson.object(value);
            return ReadMark.of(
                    new ConversationId(number(json, "conv")),
                    new UserId(number(json, "user")),
                    new Position(number(json, "pos")));
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }

    private static long number(JsonObject json, String name) {
        return StrictJson.integer(name, json.get(name));
    }
}
