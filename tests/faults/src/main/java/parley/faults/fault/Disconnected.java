package parley.faults.fault;

import java.time.Duration;
import java.util.Set;
import parley.cluster.world.Link;
import parley.cluster.world.Passage;

/**
 * The network between one client and the broker or the database.
 *
 * @param server the broker or the database
 * @param passage what it still lets through
 */
public record Disconnected(Target client, Target server, Passage passage, Duration lasting) implements Fault {

    @Override
    public String sort() {
        var how = switch (passage) {
            case Passage.Cut cut -> "cut";
            case Passage.HalfOpen held -> "half open";
            case Passage.Slow slow -> "slow";
            case Passage.SlowServer slow -> "to a slow server";
            case Passage.Open open -> "open";
        };
        return "link " + client.role() + " – " + server.role() + " " + how;
    }

    @Override
    public Set<Target> touches() {
        return Set.of(client);
    }

    @Override
    public Set<Target> withoutDatabase() {
        return server == Target.DATABASE && Target.CHAT_NODES.contains(client) ? Set.of(client) : Set.of();
    }

    /** The other nodes still store. */
    @Override
    public boolean nothingIsStored() {
        return false;
    }

    @Override
    public void begin(Scene scene) {
        link(scene).become(passage);
    }

    @Override
    public void heal(Scene scene) {
        link(scene).become(new Passage.Open());
    }

    private Link link(Scene scene) {
        var station = client.station(scene.world());
        return server == Target.BROKER ? station.toBroker() : station.toDatabase();
    }
}
