package parley.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import jdk.management.jfr.FlightRecorderMXBean;
import parley.bench.cost.Processes;
import parley.cluster.server.Jvm;

/** A flight recording of a process that goes on. */
final class Recording implements AutoCloseable {

    /** What the process used while it was recorded, by its own account. */
    record Used(double cpuSeconds, long allocatedBytes) {}

    private final long pid;
    private final Jvm jvm;
    private final FlightRecorderMXBean recorder;
    private final long id;
    private final double cpuBefore;
    private final long allocatedBefore;

    Recording(long pid) {
        this.pid = pid;
        jvm = Jvm.at(pid);
        recorder = jvm.recorder();
        id = recorder.newRecording();
        recorder.setPredefinedConfiguration(id, "profile");
        var settings = new HashMap<>(recorder.getRecordingSettings(id));
        settings.put("jdk.CPUTimeSample#enabled", "true");
        settings.put("jdk.CPUTimeSample#throttle", "10ms");
        settings.put("jdk.ObjectAllocationSample#throttle", "1000/s");
        recorder.setRecordingSettings(id, settings);
        recorder.startRecording(id);
        allocatedBefore = jvm.allocatedBytes();
        cpuBefore = Processes.cpuSeconds(pid);
    }

    /** Stops, and leaves the recording in {@code file}. */
    Used end(Path file) throws IOException {
        var used = new Used(Processes.cpuSeconds(pid) - cpuBefore, jvm.allocatedBytes() - allocatedBefore);
        recorder.stopRecording(id);
        Files.deleteIfExists(file);
        recorder.copyTo(id, file.toString());
        return used;
    }

    @Override
    public void close() throws IOException {
        recorder.closeRecording(id);
        jvm.close();
    }
}
