package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** SIGTERM, and its next life at once. */
public record Restarted(Target target) implements Fault {

    @Override
    public String sort() {
        return target.role() + " restarted";
    }

    @Override
    public Set<Target> touches() {
        return Set.of(target);
    }

    @Override
    public Duration lasting() {
        return Duration.ZERO;
    }

    @Override
    public Set<Target> withoutDatabase() {
        return target == Target.DATABASE ? Target.CHAT_NODES : Set.of();
    }

    @Override
    public void begin(FaultContext scene) {
        target.in(scene.world()).end();
    }

    @Override
    public void heal(FaultContext scene) {
        target.in(scene.world()).start();
    }
}
