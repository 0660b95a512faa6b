package parley.faults.run;

import java.util.ArrayList;
import java.util.List;
import parley.cluster.server.Node;
import parley.faults.flood.Floods;
import parley.faults.model.History;
import parley.faults.model.Violation;
import parley.faults.probe.AvailabilityCheck;
import parley.faults.probe.Incident;
import parley.faults.probe.Prober;
import parley.faults.report.During;

/** Measures and checks what users experience during faults, with the probes and the floods of a run. */
final class RunObserver implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RunObserver.class.getName());
    private static final boolean ASSERTED =
            System.getProperty("faults.during", "assert").equals("assert");

    private final Prober prober;
    private final Floods floods = new Floods();
    private final List<Incident> incidents = new ArrayList<>();

    RunObserver(List<Node> chatNodes) {
        prober = new Prober(chatNodes);
    }

    Floods floods() {
        return floods;
    }

    void start() {
        prober.start();
    }

    void add(List<Incident> some) {
        incidents.addAll(some);
        LOG.log(
                System.Logger.Level.INFO,
                () -> During.of(some, prober, List.of()).markdown());
    }

    /** Stops the probes. Violations become part of the verdict, unless they are only to be reported. */
    void check(History history) {
        prober.stop();
        var found = new ArrayList<Violation>(
                AvailabilityCheck.check(incidents, prober.observations(), prober.storeFrames()));
        floods.results().forEach(flood -> found.addAll(flood.violations()));
        found.forEach(violation -> LOG.log(System.Logger.Level.WARNING, violation::sentence));
        if (ASSERTED) history.duringFaults(found);
        else found.forEach(violation -> history.count("not asserted: " + violation.sentence()));
    }

    During during() {
        return During.of(incidents, prober, floods.results());
    }

    @Override
    public void close() {
        prober.close();
        floods.close();
    }
}
