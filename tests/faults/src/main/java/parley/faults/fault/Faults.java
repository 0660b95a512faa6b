package parley.faults.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import parley.cluster.client.Api;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.ProxyMode;
import parley.cluster.server.Release;
import parley.cluster.server.TcpProxy;
import parley.faults.fault.Fault.Actions;

/** All faults. */
public final class Faults {

    private static final Duration CLOCK_TIMEOUT = Duration.ofSeconds(180);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
    /** All nodes; persisters come first, because they store what the new chat nodes send. */
    private static final List<Target> UPGRADE_ORDER =
            List.of(Target.PERSISTER_ONE, Target.PERSISTER_TWO, Target.CHAT_ONE, Target.CHAT_TWO);

    private Faults() {}

    /** SIGKILL, and a new start at the end. */
    public static Fault killed(Target target, Duration duration) {
        var actions = Actions.of(
                context -> target.process(context.cluster()).kill(),
                context -> target.process(context.cluster()).start());
        return ofProcess(target, "killed", duration, actions);
    }

    /** SIGSTOP, and SIGCONT at the end: until then the process accepts connections and answers nothing. */
    public static Fault hung(Target target, Duration duration) {
        var actions = Actions.of(
                context -> target.process(context.cluster()).freeze(),
                context -> target.process(context.cluster()).thaw());
        return ofProcess(target, "hung", duration, actions);
    }

    /** SIGTERM, and a new start at once. */
    public static Fault restarted(Target target) {
        var actions = Actions.of(
                context -> target.process(context.cluster()).end(),
                context -> target.process(context.cluster()).start());
        return ofProcess(target, "restarted", Duration.ZERO, actions);
    }

    private static Fault ofProcess(Target target, String what, Duration duration, Actions actions) {
        var fault = Fault.of(target.role() + " " + what, duration, Set.of(target), actions);
        return target == Target.DATABASE ? fault.withoutDatabase(Target.CHAT_NODES, true) : fault;
    }

    /** All nodes are restarted, each when the one before it is ready. */
    public static Fault rollingRestart() {
        return rolling("rolling restart of all nodes", UPGRADE_ORDER, node -> {});
    }

    /** The same, but each starts with a later version: meanwhile, both versions run side by side. */
    public static Fault upgraded(Release to) {
        return rolling("upgrade of all nodes", UPGRADE_ORDER, node -> node.install(to));
    }

    /** Back to an earlier version. */
    public static Fault rolledBack(Release to) {
        return rolling("rollback of all nodes", UPGRADE_ORDER.reversed(), node -> node.install(to));
    }

    private static Fault rolling(String name, List<Target> order, Consumer<Node> whileStopped) {
        var actions = Actions.of(
                context -> order.forEach(target -> {
                    var node = target.server(context.cluster()).node();
                    node.end();
                    whileStopped.accept(node);
                    node.start();
                    node.awaitReady();
                }),
                context -> {});
        return Fault.of(name, Duration.ZERO, Set.copyOf(order), actions);
    }

    /**
     * The connection between a chat node or a persister and the broker or the database. The other nodes still store.
     */
    public static Fault disconnected(Target client, Target server, ProxyMode mode, Duration duration) {
        var how = switch (mode) {
            case ProxyMode.Cut cut -> "cut";
            case ProxyMode.HalfOpen halfOpen -> "half open";
            case ProxyMode.Slow slow -> "slow";
            case ProxyMode.SlowServer slow -> "to a slow server";
            case ProxyMode.Open open -> "open";
        };
        var actions = Actions.of(
                context -> proxy(client, server, context).become(mode),
                context -> proxy(client, server, context).become(new ProxyMode.Open()));
        var fault = Fault.of(
                "link " + client.role() + " – " + server.role() + " " + how, duration, Set.of(client), actions);
        boolean withoutDatabase = server == Target.DATABASE && Target.CHAT_NODES.contains(client);
        return withoutDatabase ? fault.withoutDatabase(Set.of(client), false) : fault;
    }

    private static TcpProxy proxy(Target client, Target server, FaultContext context) {
        var node = client.server(context.cluster());
        return server == Target.BROKER ? node.toBroker() : node.toDatabase();
    }

    /** Each statement of each server takes so long. */
    public static Fault slowDatabase(Duration statement, Duration duration) {
        var actions = Actions.of(
                context -> setDatabaseProxies(context, new ProxyMode.SlowServer(statement)),
                context -> setDatabaseProxies(context, new ProxyMode.Open()));
        return ofDatabaseConnections("database slow", duration, actions);
    }

    /** Only new connections resolve the name, so open ones are cut once. */
    public static Fault databaseNameLost(Duration duration) {
        var actions = Actions.of(
                context -> {
                    context.cluster().names().forget();
                    setDatabaseProxies(context, new ProxyMode.Cut());
                    setDatabaseProxies(context, new ProxyMode.Open());
                },
                context -> context.cluster().names().resolve());
        return ofDatabaseConnections("name of the database does not resolve", duration, actions);
    }

    private static Fault ofDatabaseConnections(String name, Duration duration, Actions actions) {
        return Fault.of(
                        name,
                        duration,
                        EnumSet.complementOf(EnumSet.of(Target.BROKER, Target.FILES, Target.SEARCH)),
                        actions)
                .withoutDatabase(Target.CHAT_NODES, true);
    }

    private static void setDatabaseProxies(FaultContext context, ProxyMode mode) {
        context.cluster().stations().forEach(server -> server.toDatabase().become(mode));
    }

    /** If the database exits, it is started again at the end. */
    public static Fault diskFull(Duration duration) {
        var actions = Actions.of(context -> context.cluster().disk().fill(), context -> {
            context.cluster().disk().free();
            var database = context.cluster().database();
            if (!database.isAlive()) database.start();
        });
        return Fault.of(
                "disk of the database full",
                duration,
                Set.of(Target.DATABASE),
                actions.missing(context -> context.cluster().disk().missing()));
    }

    /** Files can be read, and no more of them can be stored. */
    public static Fault filesDiskFull(Duration duration) {
        var actions = Actions.of(
                context -> context.cluster().filesDisk().fill(),
                context -> context.cluster().filesDisk().free());
        return Fault.of(
                "disk of the storage of files full",
                duration,
                Set.of(Target.FILES),
                actions.missing(context -> context.cluster().filesDisk().missing()));
    }

    /** OpenSearch; without it, the index is a part of each node. */
    public static Fault engineKilled(Duration duration) {
        return ofEngine(killed(Target.SEARCH, duration));
    }

    /** See {@link #engineKilled}. */
    public static Fault engineHung(Duration duration) {
        return ofEngine(hung(Target.SEARCH, duration));
    }

    private static Fault ofEngine(Fault fault) {
        return fault.missing(context -> context.cluster().search().engine().isPresent()
                ? null
                : "every node has an index of its own; try -Dfaults.search=opensearch");
    }

    /** That of the first chat node, or of OpenSearch. Chat does not need it. */
    public static Fault indexDiskFull(Duration duration) {
        var actions = Actions.of(
                context -> context.cluster().search().disk().fill(),
                context -> context.cluster().search().freeDisk());
        return Fault.of(
                "disk of the search index full",
                duration,
                Set.of(Target.SEARCH),
                actions.missing(context -> context.cluster().search().disk().missing()));
    }

    /** The wall clock of the first chat node is changed, and later corrected. */
    public static Fault clockJump(Duration ahead, Duration duration) {
        var actions = Actions.of(
                context -> {
                    context.cluster().clock().move(ahead);
                    Eventually.holds(CLOCK_TIMEOUT, () -> requireClock(context, ahead));
                },
                context -> context.cluster().clock().move(Duration.ZERO));
        return Fault.of(
                        "clock of a chat node jumps",
                        duration,
                        Set.of(Target.CHAT_ONE),
                        actions.missing(context -> context.cluster().clock().missing()))
                .withDetail(ahead);
    }

    private static void requireClock(FaultContext context, Duration ahead) {
        var date = Api.at(Target.CHAT_ONE.server(context.cluster()).node())
                .get("/health/live")
                .header("Date");
        var seen = Duration.between(Instant.now(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        if (seen.minus(ahead).abs().compareTo(CLOCK_TOLERANCE) > 0)
            throw new AssertionError("the time of the node is " + date);
    }

    /** All connections are cut at once, and all clients reconnect. */
    public static Fault reconnectStorm() {
        var actions = Actions.of(context -> context.clients().reconnectAll(), context -> {})
                .requireRecovered(context -> {
                    int connected = context.clients().connected();
                    if (connected < context.devices())
                        throw new AssertionError(connected + " of " + context.devices() + " clients are connected");
                });
        return ofClients("reconnect storm", Duration.ZERO, actions);
    }

    /** Clients stop reading until they are closed as too slow. The client pool ends this by itself. */
    public static Fault slowClients(int clients) {
        var actions = Actions.of(context -> context.clients().stopReading(clients), context -> {});
        return ofClients("clients stop reading", Duration.ofSeconds(52), actions);
    }

    /** A client with many conversations misses many records, returns, reads slowly, and is disconnected half-way. */
    public static Fault longAbsence(int conversations, int leastMissed, int mostMissed) {
        var actions = Actions.of(
                        context -> context.clients().comesBackSlowly(),
                        context -> context.clients().readsAtFullSpeed())
                .prepare(context -> context.clients().misses(conversations, leastMissed, mostMissed))
                .requireRecovered(context -> context.clients().requireBack());
        return ofClients("client with many conversations returns", Duration.ofSeconds(12), actions);
    }

    private static Fault ofClients(String name, Duration duration, Actions actions) {
        return Fault.of(name, duration, Set.of(), actions).withImpaired(Target.CHAT_NODES);
    }

    /** One user at one address makes as many requests as possible. Nothing else may disturb the measurement. */
    public static Fault flood(Target target, Duration duration) {
        var actions = Actions.of(
                        context -> context.floods().begin(),
                        context -> context.floods().end())
                .prepare(context -> context.floods()
                        .prepare(target.server(context.cluster()).node()));
        return Fault.of("flood of a chat node", duration, Set.of(Target.values()), actions)
                .withImpaired(Set.of(target))
                .withDetail(target);
    }
}
