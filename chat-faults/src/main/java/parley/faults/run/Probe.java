package parley.faults.run;

import java.time.Duration;
import parley.faults.world.FaultsWorld;
import parley.st.client.Cids;
import parley.st.client.Json;
import parley.st.client.Person;
import parley.st.world.Eventually;
import parley.st.world.Node;

/** Somebody who says a word on each chat node, to see that it is acknowledged and stored. */
final class Probe {

    private final FaultsWorld world;
    private final Person who;
    private final long conversation;

    Probe(FaultsWorld world) {
        this.world = world;
        var node = world.chats().getFirst().node();
        who = Person.register(node, "probe");
        conversation = who.direct(node, Person.register(node, "listener"));
    }

    /** Returns when it is so. */
    void passes(Duration limit) {
        for (var chat : world.chats()) {
            var cid = Cids.now();
            long pos = Eventually.yields(limit, () -> say(chat.node(), cid));
            Eventually.holds(limit, () -> requireStored(pos));
        }
    }

    private long say(Node node, String cid) {
        var reply = who.at(node).post("/api/conversations/" + conversation + "/messages", Json.of("cid", cid, "body", "still there?"));
        return reply.as(200).path("pos").asLong();
    }

    private void requireStored(long pos) {
        var rows = world.rows().select("SELECT pos FROM message WHERE conversation_id = " + conversation + " AND pos = " + pos);
        if (rows.size() != 1) throw new AssertionError("the message at " + pos + " has " + rows.size() + " rows");
    }
}
