package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** One user at one address asks a chat node for all that he can. */
public record Flood(Target target, Duration lasting) implements Fault {

    @Override
    public String sort() {
        return "flood of a chat node";
    }

    /** Measured by itself: nothing else goes wrong meanwhile. */
    @Override
    public Set<Target> touches() {
        return Set.of(Target.values());
    }

    @Override
    public Set<Target> impaired() {
        return Set.of(target);
    }

    @Override
    public void prepare(FaultContext scene) {
        scene.floods().prepare(target.station(scene.world()).node());
    }

    @Override
    public void begin(FaultContext scene) {
        scene.floods().begin();
    }

    @Override
    public void heal(FaultContext scene) {
        scene.floods().end();
    }
}
