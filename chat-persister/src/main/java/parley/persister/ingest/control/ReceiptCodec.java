package parley.persister.ingest.control;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.persister.store.entity.ReadMark;

/** The value of a record of {@code chat_receipts}: {@code {"conv":N,"user":N,"pos":N}}. */
final class ReceiptCodec {

    private static final JsonProvider JSON = JsonProvider.provider();

    private ReceiptCodec() {}

    /** Null where it is none. */
    static ReadMark read(String value) {
        try (var reader = JSON.createReader(new StringReader(value))) {
            var json = reader.readObject();
            return ReadMark.of(
                    new ConversationId(json.getJsonNumber("conv").longValueExact()),
                    new UserId(json.getJsonNumber("user").longValueExact()),
                    new Position(json.getJsonNumber("pos").longValueExact()));
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException | ArithmeticException wrong) {
            return null;
        }
    }
}
