package parley.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import parley.cluster.server.ProxyMode;

/** The database runs, but no server gets timely answers from it. */
public sealed interface DatabaseUnusable extends Fault {

    @Override
    default Set<Target> touches() {
        return EnumSet.complementOf(EnumSet.of(Target.BROKER));
    }

    @Override
    default Set<Target> withoutDatabase() {
        return Target.CHAT_NODES;
    }

    private static void become(FaultContext context, ProxyMode mode) {
        context.world().stations().forEach(server -> server.toDatabase().become(mode));
    }

    /** Each statement of any client takes seconds. */
    record Slow(Duration eachStatement, Duration lasting) implements DatabaseUnusable {

        @Override
        public String sort() {
            return "database slow";
        }

        @Override
        public void begin(FaultContext context) {
            become(context, new ProxyMode.SlowServer(eachStatement));
        }

        @Override
        public void heal(FaultContext context) {
            become(context, new ProxyMode.Open());
        }
    }

    /** Its name does not resolve. Only new connections resolve it, so open ones are cut once. */
    record NameLost(Duration lasting) implements DatabaseUnusable {

        @Override
        public String sort() {
            return "name of the database does not resolve";
        }

        @Override
        public void begin(FaultContext context) {
            context.world().names().forget();
            become(context, new ProxyMode.Cut());
            become(context, new ProxyMode.Open());
        }

        @Override
        public void heal(FaultContext context) {
            context.world().names().resolve();
        }
    }
}
