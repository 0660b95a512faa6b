package parley.bench.profile;

import java.io.IOException;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The samples of CPU time and allocation in a flight recording. */
final class Profile {

    /**
     * A sample.
     *
     * @param allocatedClass null for CPU time
     * @param amount 1 for CPU time, bytes for allocation
     */
    record Sample(String component, String library, String method, String allocatedClass, long amount) {}

    private final List<Sample> allocation = new ArrayList<>();
    private final List<Sample> cpuTime = new ArrayList<>();
    private final List<Sample> wallTime = new ArrayList<>();
    private final Set<Long> allocatingThreads = new HashSet<>();
    private int withoutStack;

    Profile(Path file) throws IOException {
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) add(events.readEvent());
        }
    }

    private void add(RecordedEvent event) {
        var stack = Stack.of(event.getStackTrace());
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> addTime(stack, cpuTime);
            case "jdk.ExecutionSample" -> addTime(stack, wallTime);
            case "jdk.ObjectAllocationSample" -> addAllocation(stack, event);
            default -> {}
        }
    }

    private void addTime(Stack stack, List<Sample> samples) {
        if (stack.isEmpty()) withoutStack++;
        else
            samples.add(
                    new Sample(stack.component(), stack.library(), stack.top().toString(), null, 1));
    }

    /** Skips the first sample of each thread: it stands for everything that the thread allocated before the recording. */
    private void addAllocation(Stack stack, RecordedEvent event) {
        if (allocatingThreads.add(event.getThread().getId()) || stack.isEmpty()) return;
        var className = event.getClass("objectClass").getName();
        if (className.startsWith("["))
            className = ClassDesc.ofDescriptor(className.replace('.', '/')).displayName();
        allocation.add(new Sample(
                stack.component(), stack.library(), stack.caller().toString(), className, event.getLong("weight")));
    }

    /** By CPU time (JDK 25 and newer), which includes native code, or else by wall time of threads that run Java code. */
    List<Sample> cpu() {
        return cpuTime.isEmpty() ? wallTime : cpuTime;
    }

    List<Sample> allocation() {
        return allocation;
    }

    /** CPU samples without a stack, which {@link #cpu} does not include. */
    int withoutStack() {
        return withoutStack;
    }
}
