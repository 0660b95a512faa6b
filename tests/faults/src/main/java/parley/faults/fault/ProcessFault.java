package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** A process is killed, hangs or is restarted. */
public record ProcessFault(Kind kind, Target target, Duration duration) implements Fault {

    public enum Kind {
        /** SIGKILL, and a new start at the end. */
        KILLED,
        /** SIGSTOP, and SIGCONT at the end: until then the process accepts connections and answers nothing. */
        HUNG,
        /** SIGTERM, and a new start at once. */
        RESTARTED
    }

    public static ProcessFault killed(Target target, Duration duration) {
        return new ProcessFault(Kind.KILLED, target, duration);
    }

    public static ProcessFault hung(Target target, Duration duration) {
        return new ProcessFault(Kind.HUNG, target, duration);
    }

    public static ProcessFault restarted(Target target) {
        return new ProcessFault(Kind.RESTARTED, target, Duration.ZERO);
    }

    @Override
    public String name() {
        return target.role() + " " + kind.name().toLowerCase();
    }

    @Override
    public Set<Target> affected() {
        return Set.of(target);
    }

    @Override
    public Set<Target> withoutDatabase() {
        return target == Target.DATABASE ? Target.CHAT_NODES : Set.of();
    }

    @Override
    public void inject(FaultContext context) {
        var process = target.process(context.cluster());
        switch (kind) {
            case KILLED -> process.kill();
            case HUNG -> process.freeze();
            case RESTARTED -> process.end();
        }
    }

    @Override
    public void remove(FaultContext context) {
        var process = target.process(context.cluster());
        switch (kind) {
            case KILLED, RESTARTED -> process.start();
            case HUNG -> process.thaw();
        }
    }
}
