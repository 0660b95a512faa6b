package parley.faults.run;

import java.time.Duration;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.world.FaultsCluster;

/** Somebody who says a word on each chat node, to see that it is acknowledged and stored. */
final class Probe {

    private static final Duration TO_STORE = Duration.ofSeconds(10);

    private final FaultsCluster world;
    private final Person who;
    private final long conversation;

    Probe(FaultsCluster world) {
        this.world = world;
        var node = world.chats().getFirst().node();
        who = Person.register(node, "probe");
        conversation = who.direct(node, Person.register(node, "listener"));
    }

    /** Throws where it is not so. */
    void passes() {
        for (var chat : world.chats()) {
            long pos = say(chat.node(), Cids.now());
            Eventually.holds(TO_STORE, () -> requireStored(pos));
        }
    }

    private long say(Node node, String cid) {
        var reply = who.at(node)
                .post("/api/conversations/" + conversation + "/messages", Json.of("cid", cid, "body", "still there?"));
        return reply.as(200).path("pos").asLong();
    }

    private void requireStored(long pos) {
        var rows = world.rows()
                .select("SELECT pos FROM message WHERE conversation_id = " + conversation + " AND pos = " + pos);
        if (rows.size() != 1) throw new AssertionError("the message at " + pos + " has " + rows.size() + " rows");
    }
}
