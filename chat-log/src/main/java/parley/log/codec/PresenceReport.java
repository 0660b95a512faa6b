package parley.log.codec;

import jakarta.json.JsonArrayBuilder;
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
 * @param idle those of {@code users} whose sockets on that node are all idle; reports of earlier versions have none
 */
public record PresenceReport(String node, Set<UserId> users, Set<UserId> idle) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object().add("users", ids(users));
        if (!idle.isEmpty()) value.add("idle", ids(idle));
        var record = new ProducerRecord<>(Topics.PRESENCE, node, value.build().toString());
        LogRecords.head(record.headers(), "presence", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static PresenceReport read(ConsumerRecord<String, String> record) {
        if (record.key() == null) throw new UnreadableRecord("it names no node", null);
        return JsonFields.read(
                record.value(), json -> new PresenceReport(record.key(), json.users(), json.optionalUsers("idle")));
    }

    private static JsonArrayBuilder ids(Set<UserId> users) {
        var ids = JsonFields.array();
        users.forEach(user -> ids.add(user.value()));
        return ids;
    }
}
