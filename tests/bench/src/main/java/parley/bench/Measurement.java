package parley.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import parley.bench.limit.InsertLimit;
import parley.bench.limit.LogLimit;
import parley.bench.limit.SocketLimit;
import parley.bench.measure.Backlog;
import parley.bench.measure.FileRate;
import parley.bench.measure.HistoryPages;
import parley.bench.measure.IdleMemory;
import parley.bench.measure.NodeStart;
import parley.bench.measure.OpenLoopLatency;
import parley.bench.measure.ReconnectStorm;
import parley.bench.measure.ScaleModel;
import parley.bench.measure.SearchFreshness;
import parley.bench.measure.SignInRate;
import parley.bench.measure.Throughput;
import parley.bench.profile.ClosedLoopProfile;
import parley.bench.run.Bench;
import parley.bench.run.Form;

/**
 * All measurements, in the order in which they run: first the limits; then start and memory, while no node has an index to
 * rebuild; last those that leave many records or rows.
 */
enum Measurement {
    RAW_LOG(LogLimit::measure),
    RAW_SOCKET(SocketLimit::measure),
    RAW_INSERTS(InsertLimit::measure),
    START_UP(NodeStart::startUp),
    IDLE(IdleMemory::measure),
    CLOSED_LOOP(Throughput::closedLoop),
    OPEN_LOOP(OpenLoopLatency::measure),
    SEARCH(SearchFreshness::measure),
    FAN_OUT(Throughput::fanOut),
    STORM(ReconnectStorm::measure),
    SIGN_IN(SignInRate::measure),
    FILES(FileRate::measure, Form.FULL),
    NODES(Throughput::severalNodes, Form.FULL),
    ON_PAPER(ScaleModel::measure, Form.FULL),
    PROFILE(ClosedLoopProfile::measure, Form.FULL),
    BACKLOG(Backlog::measure),
    HISTORY(HistoryPages::measure),
    MEMBERSHIPS(NodeStart::memberships, Form.FULL);

    @FunctionalInterface
    interface Action {
        void measure(Bench bench) throws Exception;
    }

    private final Action action;
    private final List<Form> forms;

    Measurement(Action action, Form... forms) {
        this.action = action;
        this.forms = forms.length == 0 ? List.of(Form.values()) : List.of(forms);
    }

    /** Those in {@code -Dbench.only=name,name}; by default all of the form. */
    static Stream<Measurement> selected(Form form) {
        var only = System.getProperty("bench.only", "");
        return only.isBlank()
                ? Arrays.stream(values()).filter(one -> one.forms.contains(form))
                : Arrays.stream(only.split(",")).map(Measurement::named);
    }

    private static Measurement named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no measurement is named " + name + "; the names are " + Arrays.toString(values())));
    }

    void measure(Bench bench) throws Exception {
        action.measure(bench);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
