package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** SIGSTOP, then SIGCONT: meanwhile it accepts connections and answers nothing. */
public record Hung(Target target, Duration lasting) implements Fault {

    @Override
    public String sort() {
        return target.role() + " hung";
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
        target.in(scene.world()).freeze();
    }

    @Override
    public void heal(FaultContext scene) {
        target.in(scene.world()).thaw();
    }
}
