package parley.faults.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import parley.cluster.client.Api;
import parley.cluster.server.Eventually;

/** The clock or the disk of a machine is wrong or full. */
public sealed interface HostFault extends Fault {

    /** The wall clock of the first chat node is changed, and later corrected. */
    record ClockJump(Duration ahead, Duration duration) implements HostFault {

        private static final Duration EFFECT_TIMEOUT = Duration.ofSeconds(180);
        private static final Duration TOLERANCE = Duration.ofMinutes(1);

        @Override
        public String name() {
            return "clock of a chat node jumps";
        }

        @Override
        public Set<Target> affected() {
            return Set.of(Target.CHAT_ONE);
        }

        @Override
        public void inject(FaultContext context) {
            context.cluster().clock().move(ahead);
            Eventually.holds(EFFECT_TIMEOUT, () -> requireEffect(context));
        }

        private void requireEffect(FaultContext context) {
            var date = Api.at(Target.CHAT_ONE.server(context.cluster()).node())
                    .get("/health/live")
                    .header("Date");
            var seen = Duration.between(Instant.now(), ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
            if (seen.minus(ahead).abs().compareTo(TOLERANCE) > 0)
                throw new AssertionError("the time of the node is " + date);
        }

        @Override
        public void remove(FaultContext context) {
            context.cluster().clock().move(Duration.ZERO);
        }

        @Override
        public String missing(FaultContext context) {
            return context.cluster().clock().missing();
        }
    }

    /** The disk of the database is full. If the database exits, it is started again at the end. */
    record DiskFull(Duration duration) implements HostFault {

        @Override
        public String name() {
            return "disk of the database full";
        }

        @Override
        public Set<Target> affected() {
            return Set.of(Target.DATABASE);
        }

        @Override
        public void inject(FaultContext context) {
            context.cluster().disk().fill();
        }

        @Override
        public void remove(FaultContext context) {
            context.cluster().disk().free();
            var database = context.cluster().database();
            if (!database.isAlive()) database.start();
        }

        @Override
        public String missing(FaultContext context) {
            return context.cluster().disk().missing();
        }
    }
}
