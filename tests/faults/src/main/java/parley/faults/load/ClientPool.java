package parley.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.model.FinalState;
import parley.faults.model.History;
import parley.faults.model.Lines;
import parley.faults.model.View;

/** Many clients that send continuously, reconnect by themselves, and record what they receive. */
public final class ClientPool implements AutoCloseable {

    private static final long TICK_MILLIS = 20;
    private static final long CONNECTION_CHECK_MILLIS = 2_000;
    private static final long NOT_READING_MILLIS = 50_000;
    private static final long BIG_MESSAGE_MILLIS = 15;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(180);
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(240);

    private final LoadContext context;
    private final ClientPoolSettings settings;
    private final History history;
    private final Population population;
    private final Workload workload;
    private final Extras extras;
    private final MembershipChanges memberships;
    private final HistoryLoader loader;
    private final List<Device> devices = new ArrayList<>();
    private final List<Runnable> timers = new ArrayList<>();
    private Absence absence;
    private long startNanos;
    private long done;

    private ClientPool(LoadContext context, Population population, ClientPoolSettings settings) {
        this.context = context;
        this.population = population;
        this.settings = settings;
        this.history = context.history();
        var mentions = new MentionTexts(context, population, settings.extras());
        this.workload = new Workload(context, population.users(), devices, mentions);
        this.extras = new Extras(context, population, devices, mentions, workload.restSender());
        this.memberships = new MembershipChanges(context);
        this.loader = new HistoryLoader(context, population.conversations());
        int users = population.users().size();
        for (int i = 0; i < settings.devices(); i++) {
            var owner = population.users().get(i % users);
            int number = i / users;
            var name = owner.person().username() + "/" + number;
            var device = new Device(
                    context, owner, name, (i + number) % context.nodes().size(), workload);
            owner.devices().add(device);
            devices.add(device);
        }
    }

    /** Registers the users, creates their conversations, and connects all clients. */
    public static ClientPool gather(List<Node> nodes, ClientPoolSettings settings, History history, long seed) {
        var population = Population.create(nodes, settings, history, seed);
        var context = LoadContext.create(nodes, history, settings.devices(), seed);
        var pool = new ClientPool(context, population, settings);
        pool.connect();
        return pool;
    }

    private void connect() {
        context.run(() -> devices.forEach(device -> device.socket().connect()));
        Eventually.holds(SETTLE_TIMEOUT, this::requireSettled);
        timers.add(context.every(CONNECTION_CHECK_MILLIS, () -> devices.forEach(Device::checkConnection)));
    }

    private void requireSettled() {
        var unsettled = context.call(() -> devices.stream()
                .filter(device -> !device.isSettled())
                .map(Device::toString)
                .toList());
        if (!unsettled.isEmpty()) {
            throw new AssertionError("%d clients are not settled: %s"
                    .formatted(unsettled.size(), unsettled.stream().limit(5).toList()));
        }
    }

    /** Starts to send. */
    public void start() {
        startNanos = System.nanoTime();
        done = 0;
        timers.add(context.every(TICK_MILLIS, this::tick));
        timers.add(context.every(settings.membershipMillis(), this::changeMembership));
    }

    private void tick() {
        long due = (System.nanoTime() - startNanos) / 1_000_000 * settings.messagesPerSecond() / 1_000;
        // After a stall of the event loop, at most one second of messages is sent at once.
        done = Math.max(done, due - settings.messagesPerSecond());
        for (; done < due; done++) {
            if (settings.extras() > 0 && context.random().nextInt(100) < settings.extras()) extras.next();
            else workload.next();
        }
    }

    private void changeMembership() {
        var groups = population.conversations().stream()
                .filter(SimulatedConversation::group)
                .toList();
        if (groups.isEmpty()) return;
        var group = context.anyOf(groups);
        var members = group.members();
        if (members.size() > settings.groupSize()) {
            memberships.change(group, context.anyOf(members.subList(1, members.size())), false);
        } else {
            var user = context.anyOf(population.users());
            if (!members.contains(user)) memberships.change(group, user, true);
        }
    }

    /** The number of clients whose handshake is complete. */
    public int connected() {
        return context.call(() -> (int) devices.stream().filter(Device::isLive).count());
    }

    public void reconnectAll() {
        context.run(() -> devices.forEach(device -> device.socket().cut()));
    }

    /** The clients stop reading for 50 s, or until they are closed as too slow, in a conversation with big messages. */
    public void stopReading(int clients) {
        context.run(() -> {
            var busiest = population.conversations().stream()
                    .max(Comparator.comparingInt(each -> each.members().size()))
                    .orElseThrow();
            var slow = busiest.members().stream()
                    .skip(1)
                    .flatMap(user -> user.devices().stream())
                    .filter(Device::isLive)
                    .limit(clients)
                    .toList();
            slow.forEach(device -> device.socket().stopReading());
            history.count("stopped reading: " + slow.size());
            var cancel = context.every(BIG_MESSAGE_MILLIS, () -> workload.sendBig(busiest));
            context.after(NOT_READING_MILLIS, () -> {
                cancel.run();
                slow.forEach(device -> device.socket().readAgain());
            });
        });
    }

    /** A new client goes offline and misses between {@code least} and {@code most} records in each conversation. */
    public void misses(int conversations, int least, int most) {
        absence = Absence.begin(context, population, workload, devices::addAll, conversations);
        absence.misses(least, most);
    }

    /** The client that was offline resumes all conversations, reads slowly, and is disconnected half-way. */
    public void comesBackSlowly() {
        absence.comesBackSlowly();
    }

    public void readsAtFullSpeed() {
        absence.readsAtFullSpeed();
    }

    /** Throws if the client that was offline is not up to date. */
    public void requireBack() {
        absence.requireBack();
    }

    /** Stops sending; returns when every send has a final answer or was given up. */
    public void stop() {
        while (timers.size() > 1) timers.removeLast().run();
        try {
            Eventually.holds(ANSWER_TIMEOUT, () -> {
                int pending = context.call(this::pending);
                if (pending > 0) throw new AssertionError(pending + " sends are not answered");
            });
        } catch (AssertionError late) {
            context.run(() -> {
                workload.restSender().giveUp();
                extras.giveUp();
                devices.forEach(device -> {
                    for (int given = device.giveUp(); given > 0; given--) history.count("given up: never answered");
                });
            });
        }
    }

    private int pending() {
        return workload.restSender().pending()
                + (memberships.isBusy() ? 1 : 0)
                + extras.pending()
                + devices.stream()
                        .flatMap(device -> device.conversations().all().stream())
                        .mapToInt(held -> held.outbox().size())
                        .sum();
    }

    /** Waits until every client shows what a fresh page shows, and records the view of each client in any case. */
    public void settle() {
        context.run(() -> devices.forEach(device -> {
            device.socket().readAgain();
            if (device.isLive()) device.conversations().list();
        }));
        try {
            Eventually.holds(SETTLE_TIMEOUT, this::requireSettled);
            var pages = loader.newest();
            Eventually.holds(SETTLE_TIMEOUT, () -> requireEqual(pages));
            new LastPositions(context, history).check(population.conversations(), pages);
        } catch (AssertionError failed) {
            context.run(() -> devices.stream()
                    .filter(device -> !device.isSettled())
                    .forEach(device -> history.unsettled(device.toString(), failed.getMessage())));
        }
        context.run(() -> devices.forEach(device -> device.conversations()
                .all()
                .forEach(held -> history.view(
                        new View(device.toString(), device.owner().id(), held.id(), held.from(), held.lines())))));
    }

    private void requireEqual(Map<Long, Lines> pages) {
        long different = context.call(() -> devices.stream()
                .filter(device ->
                        !device.conversations().all().stream().allMatch(held -> held.endsLike(pages.get(held.id()))))
                .count());
        if (different > 0) throw new AssertionError(different + " clients show something else than a fresh page");
    }

    /**
     * Every node gives the file of every acknowledged message to the members, and to no one else; revoked ones are gone.
     *
     * @param stored whether the storage has anything of the file with this id
     */
    public void checkFiles(LongPredicate stored) {
        new FileLoader(context, population).check(stored);
    }

    /**
     * Every node finds every message as its history shows it, for the members of its conversation only.
     *
     * @param pages see {@link #pages}
     */
    public void checkSearch(Map<String, Map<Long, Lines>> pages) {
        var search = new SearchLoader(context, population);
        search.check(pages);
        search.checkDocuments();
    }

    /** The complete history of every conversation, by node. */
    public Map<String, Map<Long, Lines>> pages() {
        return loader.complete();
    }

    /** Members, counters and drafts as every node shows them. */
    public FinalState state() {
        return new StateLoader(context, population).load();
    }

    @Override
    public void close() {
        timers.forEach(Runnable::run);
        context.run(() -> devices.forEach(device -> device.socket().close()));
        context.close();
    }
}
