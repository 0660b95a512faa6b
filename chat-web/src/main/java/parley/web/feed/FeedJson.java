package parley.web.feed;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the records of the small topics hold. */
public final class FeedJson {

    // The static methods of jakarta.json.Json look the provider up at each call.
    private static final JsonProvider JSON = JsonProvider.provider();

    private FeedJson() {}

    public static JsonObject read(ConsumerRecord<String, String> record) {
        try (var reader = JSON.createReader(new StringReader(record.value()))) {
            return reader.readObject();
        }
    }
}
