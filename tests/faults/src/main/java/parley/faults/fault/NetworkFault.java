package parley.faults.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import parley.cluster.server.ProxyMode;
import parley.cluster.server.TcpProxy;

/** A server reaches the broker or the database slowly or not at all. */
public sealed interface NetworkFault extends Fault {

    private static void setDatabaseProxies(FaultContext context, ProxyMode mode) {
        context.cluster().stations().forEach(server -> server.toDatabase().become(mode));
    }

    /** @param server the broker or the database */
    record Disconnected(Target client, Target server, ProxyMode mode, Duration duration) implements NetworkFault {

        @Override
        public String name() {
            var how = switch (mode) {
                case ProxyMode.Cut cut -> "cut";
                case ProxyMode.HalfOpen held -> "half open";
                case ProxyMode.Slow slow -> "slow";
                case ProxyMode.SlowServer slow -> "to a slow server";
                case ProxyMode.Open open -> "open";
            };
            return "link " + client.role() + " – " + server.role() + " " + how;
        }

        @Override
        public Set<Target> affected() {
            return Set.of(client);
        }

        @Override
        public Set<Target> withoutDatabase() {
            return server == Target.DATABASE && Target.CHAT_NODES.contains(client) ? Set.of(client) : Set.of();
        }

        /** The other nodes still store. */
        @Override
        public boolean nothingIsStored() {
            return false;
        }

        @Override
        public void inject(FaultContext context) {
            proxy(context).become(mode);
        }

        @Override
        public void remove(FaultContext context) {
            proxy(context).become(new ProxyMode.Open());
        }

        private TcpProxy proxy(FaultContext context) {
            var under = client.server(context.cluster());
            return server == Target.BROKER ? under.toBroker() : under.toDatabase();
        }
    }

    /** Each statement of each server takes seconds. */
    record SlowDatabase(Duration eachStatement, Duration duration) implements NetworkFault {

        @Override
        public String name() {
            return "database slow";
        }

        @Override
        public Set<Target> affected() {
            return EnumSet.complementOf(EnumSet.of(Target.BROKER));
        }

        @Override
        public Set<Target> withoutDatabase() {
            return Target.CHAT_NODES;
        }

        @Override
        public void inject(FaultContext context) {
            setDatabaseProxies(context, new ProxyMode.SlowServer(eachStatement));
        }

        @Override
        public void remove(FaultContext context) {
            setDatabaseProxies(context, new ProxyMode.Open());
        }
    }

    /** The database name does not resolve. Only new connections resolve it, so open ones are cut once. */
    record NameLost(Duration duration) implements NetworkFault {

        @Override
        public String name() {
            return "name of the database does not resolve";
        }

        @Override
        public Set<Target> affected() {
            return EnumSet.complementOf(EnumSet.of(Target.BROKER));
        }

        @Override
        public Set<Target> withoutDatabase() {
            return Target.CHAT_NODES;
        }

        @Override
        public void inject(FaultContext context) {
            context.cluster().names().forget();
            setDatabaseProxies(context, new ProxyMode.Cut());
            setDatabaseProxies(context, new ProxyMode.Open());
        }

        @Override
        public void remove(FaultContext context) {
            context.cluster().names().resolve();
        }
    }
}
