package parley.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** All nodes are restarted, each when the one before it is ready. */
public record RollingRestart() implements Fault {

    private static final Set<Target> NODES =
            EnumSet.of(Target.CHAT_ONE, Target.CHAT_TWO, Target.PERSISTER_ONE, Target.PERSISTER_TWO);

    @Override
    public String name() {
        return "rolling restart of all nodes";
    }

    @Override
    public Set<Target> affected() {
        return NODES;
    }

    @Override
    public Duration duration() {
        return Duration.ZERO;
    }

    @Override
    public void inject(FaultContext context) {
        for (var target : NODES) {
            var node = target.process(context.cluster());
            node.end();
            node.start();
            node.awaitReady();
        }
    }
}
