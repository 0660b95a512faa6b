package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** Every socket is cut, and all clients come back at once. */
public record Storm() implements Fault {

    @Override
    public String sort() {
        return "reconnect storm";
    }

    @Override
    public Duration lasting() {
        return Duration.ZERO;
    }

    @Override
    public Set<Target> impaired() {
        return Target.CHAT_NODES;
    }

    @Override
    public void begin(FaultContext scene) {
        scene.crowd().reconnectAll();
    }

    @Override
    public void requireOver(FaultContext scene) {
        int connected = scene.crowd().connected();
        if (connected < scene.devices())
            throw new AssertionError(connected + " of " + scene.devices() + " clients are back");
    }
}
