package parley.log.codec;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/** A record of {@code chat_search}: about the search indexes of all nodes. */
public sealed interface SearchNotice {

    String REBUILD = "rebuild";
    String INDEX = "index";

    /**
     * Every index whose build began before this record was appended has to be built again.
     *
     * @param by the operator who asked for it
     */
    record Rebuild(UserId by) implements SearchNotice {}

    /**
     * The state of one node's index.
     *
     * @param node its host and port
     * @param reason why it cannot be searched; null if it can
     * @param builtAt when its build began; null if it is not built
     * @param missing how many records of the log it does not have yet
     */
    record Index(String node, String reason, Instant builtAt, long documents, long missing, long lagSeconds)
            implements SearchNotice {}

    /** @param epoch of the log */
    default ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object();
        var kind = switch (this) {
            case Rebuild rebuild -> {
                value.add("kind", REBUILD).add("user", rebuild.by().value());
                yield REBUILD;
            }
            case Index index -> {
                value.add("kind", INDEX).add("node", index.node());
                if (index.reason() != null) value.add("reason", index.reason());
                if (index.builtAt() != null)
                    value.add("builtAt", index.builtAt().toString());
                value.add("documents", index.documents())
                        .add("missing", index.missing())
                        .add("lagSeconds", index.lagSeconds());
                yield INDEX;
            }
        };
        var record = new ProducerRecord<>(Topics.SEARCH, key(), value.build().toString());
        LogRecords.head(record.headers(), kind, epoch);
        return record;
    }

    private String key() {
        return switch (this) {
            case Rebuild rebuild -> REBUILD;
            case Index index -> "node:" + index.node();
        };
    }

    /** @throws UnreadableRecord if it is not such a record */
    static SearchNotice read(ConsumerRecord<String, String> record) {
        return JsonFields.read(record.value(), json -> {
            var kind = json.text("kind");
            return switch (kind) {
                case REBUILD -> new Rebuild(json.user());
                case INDEX ->
                    new Index(
                            json.text("node"),
                            json.optionalText("reason").orElse(null),
                            json.optionalText("builtAt").map(Instant::parse).orElse(null),
                            json.integer("documents"),
                            json.integer("missing"),
                            json.integer("lagSeconds"));
                default -> throw new IllegalArgumentException("a notice of kind " + kind);
            };
        });
    }
}
