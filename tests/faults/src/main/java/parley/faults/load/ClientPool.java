package parley.faults.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Lines;
import parley.faults.model.View;

/** Many people with many devices, who talk all the time, come back by themselves, and remember what they were shown. */
public final class ClientPool implements AutoCloseable {

    private static final long TICK_MILLIS = 20;
    private static final long LOOK_MILLIS = 2_000;
    private static final long NOT_READING_MILLIS = 50_000;
    private static final long SHOUT_MILLIS = 15;
    private static final Duration TO_ANSWER = Duration.ofSeconds(180);
    private static final Duration TO_SETTLE = Duration.ofSeconds(240);

    private final LoadContext ground;
    private final ClientPoolSettings settings;
    private final History history;
    private final Population town;
    private final Pages pages;
    private final List<Device> devices = new ArrayList<>();
    private final Workload mix;
    private final Joiner joiner;
    private final List<Runnable> timers = new ArrayList<>();
    private Absence absence;
    private long beganNanos;
    private long done;

    private ClientPool(LoadContext ground, Population town, ClientPoolSettings settings, History history) {
        this.ground = ground;
        this.town = town;
        this.settings = settings;
        this.history = history;
        this.pages = new Pages(ground.rest(), history);
        this.mix = new Workload(ground, town.people(), devices);
        this.joiner = new Joiner(ground);
        for (int i = 0; i < settings.devices(); i++) {
            var owner = town.people().get(i % town.people().size());
            int round = i / town.people().size();
            var name = owner.person().username() + "/" + round;
            var device = new Device(
                    ground, pages, owner, name, (i + round) % ground.nodes().size(), mix);
            owner.devices().add(device);
            devices.add(device);
        }
    }

    /** Registers everybody, makes their conversations, and connects all devices. */
    public static ClientPool gather(List<Node> nodes, ClientPoolSettings settings, History history, long seed) {
        var town = Population.found(nodes, settings, history, seed);
        var crowd = new ClientPool(new LoadContext(nodes, history, settings.devices(), seed), town, settings, history);
        crowd.connect();
        return crowd;
    }

    private void connect() {
        ground.run(() -> devices.forEach(device -> device.wire().connect()));
        Eventually.holds(TO_SETTLE, this::requireCalm);
        timers.add(ground.every(LOOK_MILLIS, () -> devices.forEach(Device::look)));
    }

    private void requireCalm() {
        var restless = ground.ask(() -> devices.stream()
                .filter(device -> !device.isCalm())
                .map(Device::toString)
                .toList());
        if (!restless.isEmpty()) {
            throw new AssertionError("%d devices are not calm: %s"
                    .formatted(restless.size(), restless.stream().limit(5).toList()));
        }
    }

    /** From now on they talk. */
    public void start() {
        beganNanos = System.nanoTime();
        done = 0;
        timers.add(ground.every(TICK_MILLIS, this::tick));
        timers.add(ground.every(settings.membershipMillis(), this::comeAndGo));
    }

    private void tick() {
        long due = (System.nanoTime() - beganNanos) / 1_000_000 * settings.messagesPerSecond() / 1_000;
        // What a stalled loop missed is not made up for at once.
        done = Math.max(done, due - settings.messagesPerSecond());
        for (; done < due; done++) mix.next();
    }

    private void comeAndGo() {
        var groups = town.talks().stream().filter(SimulatedConversation::group).toList();
        if (groups.isEmpty()) return;
        var group = groups.get(ground.random().nextInt(groups.size()));
        var who = town.people().get(ground.random().nextInt(town.people().size()));
        boolean leaves = group.members().size() > settings.groupSize();
        if (leaves)
            who = group.members()
                    .get(1 + ground.random().nextInt(group.members().size() - 1));
        if (leaves || !group.members().contains(who)) joiner.change(group, who, !leaves);
    }

    /** How many devices are greeted and hear everything. */
    public int connected() {
        return ground.ask(() -> (int) devices.stream().filter(Device::isLive).count());
    }

    /** The storm: all sockets are cut, and all come back at once. */
    public void reconnectAll() {
        ground.ask(() -> {
            devices.forEach(device -> device.wire().cut());
            return null;
        });
    }

    /**
     * So many clients read nothing for 50 s, or until they are closed as too slow; then they read on, or come back.
     * Meanwhile those whom they talk with say a lot.
     */
    public void stopReading(int n) {
        ground.ask(() -> {
            var busiest = town.talks().stream()
                    .max(Comparator.comparingInt(talk -> talk.members().size()))
                    .orElseThrow();
            var slow = busiest.members().stream()
                    .skip(1)
                    .flatMap(someone -> someone.devices().stream())
                    .filter(Device::isLive)
                    .limit(n)
                    .toList();
            slow.forEach(device -> device.wire().stopReading());
            history.count("stopped reading: " + slow.size());
            var shouting = ground.every(SHOUT_MILLIS, () -> mix.shout(busiest));
            ground.after(NOT_READING_MILLIS, () -> {
                shouting.run();
                slow.forEach(device -> device.wire().readAgain());
            });
            return null;
        });
    }

    /** A new user with so many conversations goes offline, and misses between {@code least} and {@code most} records in each. */
    public void misses(int conversations, int least, int most) {
        absence = Absence.begin(ground, pages, town, mix, devices, conversations);
        absence.misses(least, most);
    }

    /** The user who went offline resumes all conversations at once, reads slowly, and loses the connection once more half-way. */
    public void comesBackSlowly() {
        absence.comesBackSlowly();
    }

    public void readsAtFullSpeed() {
        absence.readsAtFullSpeed();
    }

    /** Throws while the user who went offline does not hold everything. */
    public void requireBack() {
        absence.requireBack();
    }

    /** No new sends; returns when every send is answered or given up. */
    public void stop() {
        while (timers.size() > 1) timers.removeLast().run();
        try {
            Eventually.holds(TO_ANSWER, () -> {
                int open = ground.ask(this::open);
                if (open > 0) throw new AssertionError(open + " are not answered yet");
            });
        } catch (AssertionError late) {
            ground.ask(() -> {
                mix.postman().giveUp();
                devices.forEach(device -> {
                    for (int given = device.giveUp(); given > 0; given--) history.count("given up: never answered");
                });
                return null;
            });
        }
    }

    private int open() {
        int open = mix.postman().underWay() + (joiner.isBusy() ? 1 : 0);
        for (var device : devices) {
            for (var room : device.rooms().values()) open += room.outbox().size();
        }
        return open;
    }

    /** Every client connected, resumed, converged; what each then holds goes into the history, right or wrong. */
    public void settle() {
        ground.run(() -> devices.forEach(device -> {
            device.wire().readAgain();
            if (device.isLive()) device.list();
        }));
        try {
            Eventually.holds(TO_SETTLE, this::requireCalm);
            var fresh = fresh();
            Eventually.holds(TO_SETTLE, () -> requireSame(fresh));
            new LastPositions(ground, history).check(town.talks(), fresh);
        } catch (AssertionError never) {
            ground.ask(() -> {
                devices.stream()
                        .filter(device -> !device.isCalm())
                        .forEach(device -> history.unsettled(device.toString(), never.getMessage()));
                return null;
            });
        }
        ground.ask(() -> {
            devices.forEach(this::keep);
            return null;
        });
    }

    private void keep(Device device) {
        device.rooms()
                .values()
                .forEach(room -> history.view(new View(
                        device.toString(), device.owner().id(), room.conversation(), room.from(), room.lines())));
    }

    /** The newest page of every conversation, loaded afresh. */
    private Map<Long, Lines> fresh() {
        var pagesOfAll = new HashMap<Long, Lines>();
        for (var talk : town.talks()) {
            var node = ground.nodes().get((int) (talk.id() % ground.nodes().size()));
            pagesOfAll.put(
                    talk.id(),
                    load(() ->
                            pages.newest(node, talk.owner().token(), talk.id()).map(Pages.Newest::lines)));
        }
        return pagesOfAll;
    }

    private void requireSame(Map<Long, Lines> fresh) {
        long different = ground.ask(
                () -> devices.stream().filter(device -> !isSame(device, fresh)).count());
        if (different > 0) throw new AssertionError(different + " devices show something else than a fresh load");
    }

    private static boolean isSame(Device device, Map<Long, Lines> fresh) {
        for (var room : device.rooms().values()) {
            var page = fresh.get(room.conversation());
            if (page == null || page.size() == 0) continue;
            var held = room.lines();
            int first = page.from(Math.max(page.pos(0), room.from()));
            int mine = held.from(page.pos(Math.min(first, page.size() - 1)));
            if (held.size() - mine != page.size() - first) return false;
            for (int i = first; i < page.size(); i++) {
                if (!held.same(mine + i - first, page, i)) return false;
            }
        }
        return true;
    }

    /** All of the history of every conversation, as each node shows it. */
    public Map<String, Map<Long, Lines>> pages() {
        var byNode = new HashMap<String, Map<Long, Lines>>();
        for (var node : ground.nodes()) {
            var byConversation = new HashMap<Long, Lines>();
            for (var talk : town.talks()) {
                boolean backwards = talk.id() % 2 == 0;
                byConversation.put(
                        talk.id(), load(() -> pages.whole(node, talk.owner().token(), talk.id(), backwards)));
            }
            byNode.put(node.toString(), byConversation);
        }
        return byNode;
    }

    private <T> T load(Supplier<Future<T>> loading) {
        return Eventually.yields(TO_ANSWER, () -> ground.load(loading));
    }

    @Override
    public void close() {
        timers.forEach(Runnable::run);
        ground.ask(() -> {
            devices.forEach(device -> device.wire().close());
            return null;
        });
        ground.close();
    }
}
