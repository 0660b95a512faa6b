package parley.faults.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.cluster.server.Eventually;

/** A user with many conversations is offline while the others go on talking. */
final class Absence {

    private static final Duration TO_COME_TOGETHER = Duration.ofSeconds(120);
    private static final Duration TO_SAY_ALL = Duration.ofSeconds(300);
    private static final long TICK_MILLIS = 50;
    private static final int FRAMES_A_TICK = 20;
    private static final long TO_HALF_WAY_MILLIS = 6_000;
    private static final int MOST_WAITING = 8;

    private final LoadContext ground;
    private final Workload mix;
    private final Device traveller;
    private final List<Device> others = new ArrayList<>();
    private Runnable reading = () -> {};

    private Absence(
            LoadContext ground,
            Pages pages,
            Population town,
            Workload mix,
            List<Device> devices,
            List<SimulatedUser> people,
            List<SimulatedConversation> talks) {
        this.ground = ground;
        this.mix = mix;
        for (int i = 1; i < people.size(); i++) others.add(device(pages, people.get(i), i));
        traveller = device(pages, people.getFirst(), 0);
        town.talks().addAll(talks);
        devices.addAll(others);
        devices.add(traveller);
    }

    private Device device(Pages pages, SimulatedUser owner, int number) {
        var device = new Device(
                ground,
                pages,
                owner,
                owner.person().username() + "/0",
                number % ground.nodes().size(),
                mix);
        owner.devices().add(device);
        mix.joined(owner);
        device.wire().connect();
        return device;
    }

    /** They meet, and each of the others says something; then the one goes. */
    static Absence begin(
            LoadContext ground, Pages pages, Population town, Workload mix, List<Device> devices, int conversations) {
        var people = Population.strangers(ground.nodes(), conversations + 1);
        var talks = Population.directs(
                ground.nodes(), people.getFirst(), people.subList(1, people.size()), ground.history());
        var absence = ground.ask(() -> new Absence(ground, pages, town, mix, devices, people, talks));
        absence.await(TO_COME_TOGETHER, absence::isCalm, "the traveller and the others are connected");
        ground.ask(() -> {
            absence.others.forEach(absence::say);
            return null;
        });
        absence.await(
                TO_COME_TOGETHER,
                () -> absence.isCalm() && absence.isHeldEverywhere(),
                "each of the others said something");
        ground.ask(() -> {
            absence.traveller.wire().leave();
            return null;
        });
        return absence;
    }

    private boolean isCalm() {
        return traveller.isCalm() && others.stream().allMatch(Device::isCalm);
    }

    private boolean isHeldEverywhere() {
        return traveller.rooms().size() == others.size()
                && traveller.rooms().values().stream().allMatch(room -> room.position() >= 0);
    }

    private void await(Duration limit, java.util.concurrent.Callable<Boolean> what, String said) {
        Eventually.holds(limit, () -> {
            if (!ground.ask(what)) throw new AssertionError("not yet so: " + said);
        });
    }

    private void say(Device device) {
        for (var room : device.rooms().values()) mix.say(device, room);
    }

    /** The others go on, each as fast as is allowed; returns when all is acknowledged. */
    void misses(int least, int most) {
        Map<Device, Integer> left = new HashMap<>();
        ground.ask(() -> {
            others.forEach(device -> left.put(device, least + ground.random().nextInt(most - least + 1)));
            return null;
        });
        var talking = ground.every(TICK_MILLIS, () -> left.replaceAll((device, count) -> count - goOn(device, count)));
        try {
            await(
                    TO_SAY_ALL,
                    () -> left.values().stream().allMatch(count -> count <= 0)
                            && others.stream().allMatch(Device::isCalm),
                    "everything that the traveller misses is acknowledged");
        } finally {
            talking.run();
        }
    }

    private int goOn(Device device, int most) {
        if (!device.isLive()) return 0;
        int said = 0;
        for (var room : device.rooms().values()) {
            if (!room.isLoaded()) continue;
            for (; said < most && room.outbox().size() < MOST_WAITING; said++) {
                int before = room.outbox().size();
                mix.talkOn(device, room);
                if (room.outbox().size() == before) break; // there was nothing to change
            }
        }
        return said;
    }

    void comesBackSlowly() {
        ground.ask(() -> {
            traveller.wire().readSlowly();
            traveller.wire().connect();
            return null;
        });
        reading = ground.every(TICK_MILLIS, () -> traveller.wire().read(FRAMES_A_TICK));
        ground.run(() -> ground.after(TO_HALF_WAY_MILLIS, () -> traveller.wire().cut()));
    }

    void readsAtFullSpeed() {
        reading.run();
        ground.ask(() -> {
            traveller.wire().readAtFullSpeed();
            return null;
        });
    }

    void requireBack() {
        var waiting = ground.ask(() -> traveller.isCalm()
                ? 0
                : 1
                        + (int) traveller.rooms().values().stream()
                                .filter(room -> !room.isLoaded())
                                .count());
        if (waiting > 0)
            throw new AssertionError(
                    "the returning client is not up to date: " + traveller + ", not loaded: " + (waiting - 1));
    }
}
