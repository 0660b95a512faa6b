package parley.faults.fault;

import java.time.Duration;
import java.util.Set;
import parley.st.world.Link;
import parley.st.world.Passage;

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
            case Passage.Open open -> "open";
        };
        return "link " + client.role() + " – " + server.role() + " " + how;
    }

    @Override
    public Set<Target> touches() {
        return Set.of(client);
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
