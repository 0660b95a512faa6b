package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** Not a byte is left where the database keeps its data. It may die of it; then somebody starts it again. */
public record DiskFull(Duration lasting) implements Fault {

    @Override
    public String sort() {
        return "disk of the database full";
    }

    @Override
    public Set<Target> touches() {
        return Set.of(Target.DATABASE);
    }

    @Override
    public void begin(FaultContext scene) {
        scene.world().disk().fill();
    }

    @Override
    public void heal(FaultContext scene) {
        scene.world().disk().free();
        if (!scene.world().database().isAlive()) scene.world().database().start();
    }

    @Override
    public String missing(FaultContext scene) {
        return scene.world().disk().missing();
    }
}
