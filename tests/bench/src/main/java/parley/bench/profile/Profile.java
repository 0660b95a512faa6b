package parley.bench.profile;

import java.io.IOException;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What a flight recording says of CPU time and of allocation. */
final class Profile {

    private static final String BY_CPU_TIME = "jdk.CPUTimeSample";
    private static final String BY_WALL_TIME = "jdk.ExecutionSample";
    private static final String ALLOCATION = "jdk.ObjectAllocationSample";

    /** By library, by component of ours, by method, and for allocation by class as well. */
    static final class Where {
        final Tally libraries = new Tally();
        final Tally purposes = new Tally();
        final Tally methods = new Tally();
        final Tally classes = new Tally();

        private void add(Stack stack, String method, long amount) {
            libraries.add(Library.of(stack.caller().className()), amount);
            purposes.add(stack.purpose(), amount);
            methods.add(method, amount);
        }
    }

    final Where cpu;
    final Where allocation = new Where();
    private final Where cpuTime = new Where();
    private final Where wallTime = new Where();
    private final Set<Long> allocating = new HashSet<>();
    private int stackless;

    private Profile(Path file) throws IOException {
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) take(events.readEvent());
        }
        cpu = cpuTime.methods.all() > 0 ? cpuTime : wallTime;
    }

    static Profile of(Path file) throws IOException {
        return new Profile(file);
    }

    private void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case BY_CPU_TIME -> sample(event, cpuTime);
            case BY_WALL_TIME -> sample(event, wallTime);
            case ALLOCATION -> allocated(event);
            default -> {}
        }
    }

    private void sample(RecordedEvent event, Where where) {
        var stack = Stack.of(event.getStackTrace());
        if (stack.isEmpty()) stackless++;
        else where.add(stack, stack.top().toString(), 1);
    }

    /** CPU samples whose stack could not be walked; they are in no share. */
    int stackless() {
        return stackless;
    }

    /** A thread's first sample stands for all that it allocated before, perhaps since it began. */
    private void allocated(RecordedEvent event) {
        var stack = Stack.of(event.getStackTrace());
        if (allocating.add(event.getThread().getId()) || stack.isEmpty()) return;
        long bytes = event.getLong("weight");
        allocation.add(stack, stack.caller().toString(), bytes);
        allocation.classes.add(named(event.getClass("objectClass").getName()), bytes);
    }

    /** {@code [B} becomes {@code byte[]}. */
    private static String named(String className) {
        return className.startsWith("[")
                ? ClassDesc.ofDescriptor(className.replace('.', '/')).displayName()
                : className;
    }
}
