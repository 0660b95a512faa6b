package parley.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import parley.cluster.server.Eventually;

/** A client with many conversations is offline while the other members go on sending. */
final class Absence {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(120);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(300);
    private static final long TICK_MILLIS = 50;
    private static final int FRAMES_PER_TICK = 20;
    private static final long CUT_AFTER_MILLIS = 6_000;
    private static final int MAX_WAITING = 8;

    private final LoadContext context;
    private final Workload workload;
    private final Device absentee;
    private final List<Device> others = new ArrayList<>();
    private Runnable cancelReading = () -> {};

    /** On the event loop. */
    private Absence(LoadContext context, Workload workload, List<SimulatedUser> users) {
        this.context = context;
        this.workload = workload;
        absentee = device(users.getFirst(), 0);
        for (int i = 1; i < users.size(); i++) others.add(device(users.get(i), i));
    }

    private Device device(SimulatedUser owner, int number) {
        var name = owner.person().username() + "/0";
        var device = new Device(context, owner, name, number % context.nodes().size(), workload);
        owner.devices().add(device);
        workload.add(owner);
        device.socket().connect();
        return device;
    }

    /**
     * All users connect, each of the others sends a message, and then one of them disconnects.
     *
     * @param added receives the new devices, on the event loop
     */
    static Absence begin(
            LoadContext context,
            Population population,
            Workload workload,
            Consumer<List<Device>> added,
            int conversations) {
        var users = Population.users(context.nodes(), conversations + 1, "traveller");
        var directs = Population.directs(
                context.nodes(), users.getFirst(), users.subList(1, users.size()), context.history());
        var absence = context.call(() -> {
            var made = new Absence(context, workload, users);
            population.conversations().addAll(directs);
            added.accept(made.all());
            return made;
        });
        absence.awaitEach(CONNECT_TIMEOUT, absence.all(), Device::isSettled, "have all conversations");
        context.run(() -> absence.others.forEach(
                device -> device.conversations().all().forEach(held -> workload.send(device, held))));
        absence.awaitEach(
                CONNECT_TIMEOUT,
                absence.all(),
                device -> device.isSettled() && absence.hasAllMessages(),
                "have their answers, or the absentee lacks a message");
        context.run(() -> absence.absentee.socket().disconnect());
        return absence;
    }

    private List<Device> all() {
        var all = new ArrayList<>(others);
        all.add(absentee);
        return all;
    }

    private boolean hasAllMessages() {
        var held = absentee.conversations().all();
        return held.size() == others.size() && held.stream().allMatch(each -> each.position() >= 0);
    }

    /**
     * Returns when the condition has been true once for each device. The workload sends through them, too, so it is rarely
     * true for all at the same time.
     */
    private void awaitEach(Duration timeout, List<Device> devices, Predicate<Device> condition, String description) {
        var left = new HashSet<>(devices);
        Eventually.holds(timeout, () -> {
            int missing = context.call(() -> {
                left.removeIf(condition);
                return left.size();
            });
            if (missing > 0)
                throw new AssertionError(missing + " of " + devices.size() + " clients do not yet " + description);
        });
    }

    /** The others send as fast as they may. Returns when everything is acknowledged. */
    void misses(int least, int most) {
        Map<Device, Integer> left = new HashMap<>();
        context.run(() ->
                others.forEach(device -> left.put(device, context.random().nextInt(least, most + 1))));
        var cancel = context.every(TICK_MILLIS, () -> left.replaceAll((device, count) -> count - send(device, count)));
        try {
            awaitEach(
                    SEND_TIMEOUT,
                    others,
                    device -> left.get(device) <= 0 && device.isSettled(),
                    "have an answer to everything that the absentee misses");
        } finally {
            cancel.run();
        }
    }

    /** @return the number of sends, at most {@code limit} */
    private int send(Device device, int limit) {
        if (!device.isLive()) return 0;
        int sent = 0;
        for (var held : device.conversations().all()) {
            while (held.isLoaded() && sent < limit && held.outbox().size() < MAX_WAITING) {
                int before = held.outbox().size();
                workload.sendOrChange(device, held);
                sent++;
                if (held.outbox().size() == before) break; // there was nothing to change
            }
        }
        return sent;
    }

    void comesBackSlowly() {
        context.run(() -> {
            absentee.socket().readSlowly();
            absentee.socket().connect();
            context.after(CUT_AFTER_MILLIS, absentee.socket()::cut);
        });
        cancelReading = context.every(TICK_MILLIS, () -> absentee.socket().read(FRAMES_PER_TICK));
    }

    void readsAtFullSpeed() {
        cancelReading.run();
        context.run(absentee.socket()::readAtFullSpeed);
    }

    void requireBack() {
        if (!context.call(absentee::isSettled)) throw new AssertionError(absentee + " is not up to date");
    }
}
