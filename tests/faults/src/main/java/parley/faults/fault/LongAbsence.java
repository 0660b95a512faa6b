package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** A client with many conversations misses much in each, comes back reading slowly, and is dropped once more half-way. */
public record LongAbsence(int conversations, int leastMissed, int mostMissed) implements Fault {

    @Override
    public String sort() {
        return "client with many conversations returns";
    }

    @Override
    public Set<Target> impaired() {
        return Target.CHAT_NODES;
    }

    @Override
    public Duration lasting() {
        return Duration.ofSeconds(12);
    }

    @Override
    public void prepare(FaultContext scene) {
        scene.crowd().misses(conversations, leastMissed, mostMissed);
    }

    @Override
    public void begin(FaultContext scene) {
        scene.crowd().comesBackSlowly();
    }

    @Override
    public void heal(FaultContext scene) {
        scene.crowd().readsAtFullSpeed();
    }

    @Override
    public void requireOver(FaultContext scene) {
        scene.crowd().requireBack();
    }
}
