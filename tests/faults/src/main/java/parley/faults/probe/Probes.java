package parley.faults.probe;

/** The probes of one node. */
interface Probes {

    /** One probe; it waits for its own answer alone. Null where there is nothing to ask for yet. */
    Observation observe(Ability ability);

    void close();
}
