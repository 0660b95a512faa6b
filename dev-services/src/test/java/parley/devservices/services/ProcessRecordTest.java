package parley.devservices.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessRecordTest {

    private final ProcessRecord self = ProcessRecord.of(ProcessHandle.current());

    @Test
    void a_recorded_process_is_found_again() {
        assertThat(ProcessRecord.parse(self.toString())).contains(self);
        assertThat(self.living()).contains(ProcessHandle.current());
    }

    @Test
    void another_process_with_the_same_pid_does_not_match() {
        assertThat(new ProcessRecord(self.pid(), self.startedMs() - 60_000, self.program()).living())
                .isEmpty();
        assertThat(new ProcessRecord(self.pid(), self.startedMs(), "/usr/sbin/mariadbd").living())
                .isEmpty();
        assertThat(new ProcessRecord(self.pid(), self.startedMs(), "").living()).isEmpty();
    }

    @Test
    void a_truncated_line_is_ignored() {
        assertThat(ProcessRecord.parse("")).isEmpty();
        assertThat(ProcessRecord.parse("12")).isEmpty();
        assertThat(ProcessRecord.parse("twelve 13 /bin/x")).isEmpty();
    }

    @Test
    void a_process_ends_when_asked() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        var record = ProcessRecord.of(process.toHandle());
        record.end(Duration.ofSeconds(10));
        assertThat(record.living()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(143);
    }
}
