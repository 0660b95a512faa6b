package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** SIGKILL; its end is the beginning of its next life. */
public record Killed(Target target, Duration lasting) implements Fault {

    @Override
    public String sort() {
        return target.role() + " killed";
    }

    @Override
    public Set<Target> touches() {
        return Set.of(target);
    }

    @Override
    public Set<Target> withoutDatabase() {
        return target == Target.DATABASE ? Target.CHAT_NODES : Set.of();
    }

    @Override
    public void begin(FaultContext scene) {
        target.in(scene.world()).kill();
    }

    @Override
    public void heal(FaultContext scene) {
        target.in(scene.world()).start();
    }
}
