package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** SIGSTOP, then SIGCONT. */
public record Frozen(Target target, Duration lasting) implements Fault {

    @Override
    public String sort() {
        return target.role() + " frozen";
    }

    @Override
    public Set<Target> touches() {
        return Set.of(target);
    }

    @Override
    public void begin(Scene scene) {
        target.in(scene.world()).freeze();
    }

    @Override
    public void heal(Scene scene) {
        target.in(scene.world()).thaw();
    }
}
