package parley.log.codec;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_presence}: all users that are connected to a node.
 *
 * @param node the boot of the node
 */
public record PresenceReport(String node, Set<UserId> users) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var ids = JsonFields.array();
        users.forEach(user -> ids.add(user.value()));
        var value = JsonFields.object().add("users", ids).build();
        var record = new ProducerRecord<>(Topics.PRESENCE, node, value.toString());
        LogRecords.head(record.headers(), "presence", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static PresenceReport read(ConsumerRecord<String, String> record) {
        if (record.key() == null) throw new UnreadableRecord("it names no node", null);
        return JsonFields.read(record.value(), json -> new PresenceReport(record.key(), json.users()));
    }
}
