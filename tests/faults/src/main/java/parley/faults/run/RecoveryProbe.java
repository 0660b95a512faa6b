package parley.faults.run;

import java.time.Duration;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.world.FaultsCluster;

/** Sends a message to each chat node and requires that it is acknowledged, stored, and found at every node. */
final class RecoveryProbe {

    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(10);

    /** Twice the contract's: load and servers share two cores. */
    private static final Duration SEARCH_TIMEOUT = Duration.ofSeconds(10);

    /** Searches have a limit per user. */
    private static final Duration SEARCH_PAUSE = Duration.ofMillis(250);

    private final FaultsCluster cluster;
    private final Person user;
    private final long conversation;
    private final boolean searches;

    /** @param searches whether all versions in the run have search */
    RecoveryProbe(FaultsCluster cluster, boolean searches) {
        this.cluster = cluster;
        this.searches = searches;
        var node = cluster.chats().getFirst().node();
        user = Person.register(node, "probe");
        conversation = user.direct(node, Person.register(node, "listener"));
    }

    void requirePassed() {
        for (var chat : cluster.chats()) {
            long pos = send(chat.node(), Cids.now());
            Eventually.holds(STORE_TIMEOUT, () -> requireStored(pos));
            if (searches)
                for (var searched : cluster.chats())
                    Eventually.holds(SEARCH_TIMEOUT, () -> requireFound(searched.node(), pos));
        }
    }

    private void requireFound(Node node, long pos) {
        var newest = user.at(node)
                .get("/api/search?q=in:" + conversation + "&limit=1")
                .as(200)
                .path("items")
                .path(0)
                .path("msg")
                .path("pos")
                .asLong();
        if (newest >= pos) return;
        Eventually.pause(SEARCH_PAUSE);
        throw new AssertionError("the message at " + pos + " is not found at node " + node);
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
