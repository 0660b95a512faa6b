package parley.faults.model;

import java.util.Comparator;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.cluster.client.Json;
import parley.cluster.server.Log;
import parley.cluster.server.Rows;
import parley.faults.model.FinalState.Attributes;
import parley.faults.model.FinalState.Member;
import parley.faults.model.FinalState.Receipt;

/** Adds to what the nodes show what the database and the topic of receipts have. */
final class StateReader {

    static final String DATABASE = "the database";
    private static final String RECEIPTS = "chat_receipts";

    private StateReader() {}

    static FinalState withStored(FinalState state, Log log, Rows rows) {
        var roles = new HashMap<Member, String>();
        rows.each(
                "SELECT conversation_id, user_id, role FROM membership WHERE role IS NOT NULL",
                row -> roles.put(new Member(row.getLong(1), row.getLong(2)), row.getString(3)));
        state.roles().put(DATABASE, roles);
        var groups = new HashMap<Long, Attributes>();
        rows.each(
                "SELECT id, title, archived_at IS NOT NULL FROM conversation WHERE title IS NOT NULL",
                row -> groups.put(row.getLong(1), new Attributes(row.getString(2), row.getBoolean(3))));
        state.groups().put(DATABASE, groups);
        var drafts = new HashMap<Member, Long>();
        rows.each(
                "SELECT conversation_id, user_id, body FROM user_draft WHERE body IS NOT NULL",
                row -> drafts.put(new Member(row.getLong(1), row.getLong(2)), Digest.of(row.getString(3))));
        state.drafts().put(DATABASE, drafts);
        log.all(RECEIPTS).stream()
                .sorted(Comparator.<ConsumerRecord<String, String>>comparingInt(ConsumerRecord::partition)
                        .thenComparingLong(ConsumerRecord::offset))
                .map(record -> receipt(record.value()))
                .forEach(state.receipts()::add);
        return state;
    }

    private static Receipt receipt(String value) {
        var json = Json.parse(value);
        var member = new Member(json.path("conv").asLong(), json.path("user").asLong());
        boolean setsBack = json.path("kind").asText().equals("unread");
        return new Receipt(
                member, json.path("pos").asLong(), setsBack ? json.path("end").asLong() : null);
    }
}
