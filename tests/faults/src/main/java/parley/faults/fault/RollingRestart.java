package parley.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** One node after another, the next when the one before it is ready. */
public record RollingRestart() implements Fault {

    private static final Set<Target> NODES =
            EnumSet.of(Target.CHAT_ONE, Target.CHAT_TWO, Target.PERSISTER_ONE, Target.PERSISTER_TWO);

    @Override
    public String sort() {
        return "rolling restart of all nodes";
    }

    @Override
    public Set<Target> touches() {
        return NODES;
    }

    @Override
    public Duration lasting() {
        return Duration.ZERO;
    }

    @Override
    public void begin(FaultContext scene) {
        for (var target : NODES) {
            var node = target.in(scene.world());
            node.end();
            node.start();
            node.awaitReady();
        }
    }
}
