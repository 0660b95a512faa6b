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

/** What users get while faults last: the probes of a run, its floods, and what they mean for its verdict. */
final class Watch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    private static final boolean ASSERTED =
            System.getProperty("faults.during", "assert").equals("assert");

    private final Prober prober;
    private final Floods floods = new Floods();
    private final List<Incident> incidents = new ArrayList<>();

    Watch(List<Node> chatNodes) {
        prober = new Prober(chatNodes);
    }

    Floods floods() {
        return floods;
    }

    void start() {
        prober.start();
    }

    void happened(List<Incident> some) {
        incidents.addAll(some);
        LOG.log(
                System.Logger.Level.INFO,
                () -> During.of(some, prober, List.of()).markdown());
    }

    /** No more probes. What did not hold becomes part of the verdict, unless it is only to be reported. */
    void judge(History history) {
        prober.stop();
        var found = new ArrayList<Violation>(AvailabilityCheck.check(incidents, prober.observations(), prober.storeFrames()));
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
