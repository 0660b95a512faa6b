package parley.faults.fault;

import java.time.Duration;
import java.util.Set;
import parley.cluster.server.ProxyMode;
import parley.cluster.server.TcpProxy;

/**
 * The network between one client and the broker or the database.
 *
 * @param server the broker or the database
 * @param passage what it still lets through
 */
public record Disconnected(Target client, Target server, ProxyMode passage, Duration lasting) implements Fault {

    @Override
    public String sort() {
        var how = switch (passage) {
            case ProxyMode.Cut cut -> "cut";
            case ProxyMode.HalfOpen held -> "half open";
            case ProxyMode.Slow slow -> "slow";
            case ProxyMode.SlowServer slow -> "to a slow server";
            case ProxyMode.Open open -> "open";
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
    public void begin(FaultContext scene) {
        link(scene).become(passage);
    }

    @Override
    public void heal(FaultContext scene) {
        link(scene).become(new ProxyMode.Open());
    }

    private TcpProxy link(FaultContext scene) {
        var station = client.station(scene.world());
        return server == Target.BROKER ? station.toBroker() : station.toDatabase();
    }
}
