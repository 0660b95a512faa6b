package parley.faults.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import parley.cluster.client.Api;
import parley.cluster.server.Eventually;

/** The wall clock of the first chat node is set to another time, and later back. */
public record ClockJump(Duration ahead, Duration lasting) implements Fault {

    private static final Duration TO_BE_SEEN = Duration.ofSeconds(180);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public String sort() {
        return "clock of a chat node jumps";
    }

    @Override
    public Set<Target> touches() {
        return Set.of(Target.CHAT_ONE);
    }

    @Override
    public void begin(FaultContext scene) {
        scene.world().clock().move(ahead);
        Eventually.holds(TO_BE_SEEN, () -> requireSeen(scene));
    }

    /** By what the node itself says that time it is. */
    private void requireSeen(FaultContext scene) {
        var date = Api.at(scene.world().chats().getFirst().node())
                .get("/health/live")
                .header("Date");
        var seen = Duration.between(Instant.now(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        if (seen.minus(ahead).abs().compareTo(MINUTE) > 0) throw new AssertionError("the node says that it is " + date);
    }

    @Override
    public void heal(FaultContext scene) {
        scene.world().clock().move(Duration.ZERO);
    }

    @Override
    public String missing(FaultContext scene) {
        return scene.world().clock().missing();
    }
}
