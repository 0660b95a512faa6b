package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** Clients that read nothing until they are closed as too slow; the crowd lets them read again by itself. */
public record SlowClients(int clients) implements Fault {

    @Override
    public String sort() {
        return "clients stop reading";
    }

    @Override
    public Duration lasting() {
        return Duration.ofSeconds(52);
    }

    @Override
    public Set<Target> impaired() {
        return Target.CHAT_NODES;
    }

    @Override
    public void begin(FaultContext scene) {
        scene.crowd().stopReading(clients);
    }
}
