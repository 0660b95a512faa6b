package parley.faults.fault;

import java.time.Duration;
import java.util.Set;

/** Clients behave badly. */
public sealed interface LoadFault extends Fault {

    @Override
    default Set<Target> impaired() {
        return Target.CHAT_NODES;
    }

    /** All connections are cut at once, and all clients reconnect. */
    record ReconnectStorm() implements LoadFault {

        @Override
        public String name() {
            return "reconnect storm";
        }

        @Override
        public Duration duration() {
            return Duration.ZERO;
        }

        @Override
        public void inject(FaultContext context) {
            context.clients().reconnectAll();
        }

        @Override
        public void requireRecovered(FaultContext context) {
            int connected = context.clients().connected();
            if (connected < context.devices())
                throw new AssertionError(connected + " of " + context.devices() + " clients are connected");
        }
    }

    /** Clients stop reading until they are closed as too slow. The client pool ends this by itself. */
    record SlowClients(int clients) implements LoadFault {

        @Override
        public String name() {
            return "clients stop reading";
        }

        @Override
        public Duration duration() {
            return Duration.ofSeconds(52);
        }

        @Override
        public void inject(FaultContext context) {
            context.clients().stopReading(clients);
        }
    }

    /** A client with many conversations misses many records, returns, reads slowly, and is disconnected half-way. */
    record LongAbsence(int conversations, int leastMissed, int mostMissed) implements LoadFault {

        @Override
        public String name() {
            return "client with many conversations returns";
        }

        @Override
        public Duration duration() {
            return Duration.ofSeconds(12);
        }

        @Override
        public void prepare(FaultContext context) {
            context.clients().misses(conversations, leastMissed, mostMissed);
        }

        @Override
        public void inject(FaultContext context) {
            context.clients().comesBackSlowly();
        }

        @Override
        public void remove(FaultContext context) {
            context.clients().readsAtFullSpeed();
        }

        @Override
        public void requireRecovered(FaultContext context) {
            context.clients().requireBack();
        }
    }

    /** One user at one address makes as many requests to a chat node as possible. */
    record Flood(Target target, Duration duration) implements LoadFault {

        @Override
        public String name() {
            return "flood of a chat node";
        }

        /** Everything, so that no other fault disturbs the measurement. */
        @Override
        public Set<Target> affected() {
            return Set.of(Target.values());
        }

        @Override
        public Set<Target> impaired() {
            return Set.of(target);
        }

        @Override
        public void prepare(FaultContext context) {
            context.floods().prepare(target.server(context.cluster()).node());
        }

        @Override
        public void inject(FaultContext context) {
            context.floods().begin();
        }

        @Override
        public void remove(FaultContext context) {
            context.floods().end();
        }
    }
}
