package parley.faults.run;

import java.time.Duration;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.world.FaultsCluster;

/** Sends a message to each chat node and requires that it is acknowledged and stored. */
final class RecoveryProbe {

    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(10);

    private final FaultsCluster cluster;
    private final Person user;
    private final long conversation;

    RecoveryProbe(FaultsCluster cluster) {
        this.cluster = cluster;
        var node = cluster.chats().getFirst().node();
        user = Person.register(node, "probe");
        conversation = user.direct(node, Person.register(node, "listener"));
    }

    void requirePassed() {
        for (var chat : cluster.chats()) {
            long pos = send(chat.node(), Cids.now());
            Eventually.holds(STORE_TIMEOUT, () -> requireStored(pos));
        }
    }

    private long send(Node node, String cid) {
        var reply = user.at(node)
                .post("/api/conversations/" + conversation + "/messages", Json.of("cid", cid, "body", "probe"));
        return reply.as(200).path("pos").asLong();
    }

    private void requireStored(long pos) {
        var rows = cluster.rows()
                .select("SELECT pos FROM message WHERE conversation_id = " + conversation + " AND pos = " + pos);
        if (rows.size() != 1) throw new AssertionError("the message at " + pos + " has " + rows.size() + " rows");
    }
}
