package parley.faults.probe;

/** The probes of one node. */
interface Probes {

    /** Makes one probe and waits for its outcome. Null if it cannot be made yet. */
    Observation observe(Ability ability);

    void close();
}
