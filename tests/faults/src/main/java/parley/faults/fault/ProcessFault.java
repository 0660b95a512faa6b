package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** A process is killed, hangs or is restarted; at the end of the fault it serves again. */
public record ProcessFault(Kind kind, Target target, Duration lasting) implements Fault {

    public enum Kind {
        /** SIGKILL, and a new start at the end. */
        KILLED,
        /** SIGSTOP, then SIGCONT: meanwhile it accepts connections and answers nothing. */
        HUNG,
        /** SIGTERM, and a new start at once. */
        RESTARTED
    }

    public static ProcessFault killed(Target target, Duration lasting) {
        return new ProcessFault(Kind.KILLED, target, lasting);
    }

    public static ProcessFault hung(Target target, Duration lasting) {
        return new ProcessFault(Kind.HUNG, target, lasting);
    }

    public static ProcessFault restarted(Target target) {
        return new ProcessFault(Kind.RESTARTED, target, Duration.ZERO);
    }

    @Override
    public String sort() {
        return target.role() + " " + kind.name().toLowerCase();
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
    public void begin(FaultContext context) {
        var process = target.in(context.world());
        switch (kind) {
            case KILLED -> process.kill();
            case HUNG -> process.freeze();
            case RESTARTED -> process.end();
        }
    }

    @Override
    public void heal(FaultContext context) {
        var process = target.in(context.world());
        switch (kind) {
            case KILLED, RESTARTED -> process.start();
            case HUNG -> process.thaw();
        }
    }
}
