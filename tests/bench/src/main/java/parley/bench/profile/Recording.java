package parley.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import jdk.management.jfr.FlightRecorderMXBean;
import parley.cluster.server.Jvm;

/** A flight recording of a running process. */
final class Recording implements AutoCloseable {

    private final Jvm jvm;
    private final FlightRecorderMXBean recorder;
    private final long id;

    Recording(long pid) {
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
    }

    /** Stops the recording and writes it to the file. */
    void stop(Path file) throws IOException {
        recorder.stopRecording(id);
        Files.deleteIfExists(file);
        recorder.copyTo(id, file.toString());
    }

    @Override
    public void close() throws IOException {
        recorder.closeRecording(id);
        jvm.close();
    }
}
