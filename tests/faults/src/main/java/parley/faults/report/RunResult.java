package parley.faults.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import parley.cluster.report.Machine;
import parley.faults.model.History;
import parley.faults.model.Seconds;
import parley.faults.model.Verdict;

/**
 * All that there is to say of a run.
 *
 * @param command repeats it
 * @param load how many there were and what they did, in words
 * @param recoveries one for each time that a fault was made
 * @param during what users got while the faults lasted
 * @param latency over the whole run
 * @param counts whatever the clients counted
 */
public record RunResult(
        long seed,
        String command,
        String machine,
        String load,
        Instant began,
        Duration took,
        Verdict verdict,
        List<Recovery> recoveries,
        During during,
        List<Sample> samples,
        List<Mark> marks,
        Seconds.Second latency,
        Map<String, Long> refused,
        Map<String, Long> counts) {

    public static RunResult of(
            long seed,
            String command,
            Object load,
            History history,
            Verdict verdict,
            Timeline timeline,
            List<Recovery> recoveries,
            During during) {
        var began = Instant.ofEpochMilli(history.beganMillis());
        return new RunResult(
                seed,
                command,
                Machine.described(),
                load.toString(),
                began,
                Duration.between(began, Instant.now()),
                verdict,
                List.copyOf(recoveries),
                during,
                timeline.samples(),
                timeline.marks(),
                history.seconds().all(),
                history.refusals(),
                history.counts());
    }

    public long largestLag() {
        return samples.stream().mapToLong(Sample::lag).max().orElse(0);
    }

    public int mostAcknowledged() {
        return samples.stream().mapToInt(Sample::acknowledged).max().orElse(0);
    }

    public long meanAcknowledged() {
        return samples.isEmpty()
                ? 0
                : Math.round(samples.stream()
                        .mapToInt(Sample::acknowledged)
                        .average()
                        .orElse(0));
    }

    public long largestTail() {
        return samples.stream().mapToLong(Sample::tailBytes).max().orElse(0);
    }

    public long mostResident() {
        return samples.stream().mapToLong(Sample::residentBytes).max().orElse(0);
    }
}
