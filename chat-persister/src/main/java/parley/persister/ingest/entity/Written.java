package parley.persister.ingest.entity;

/** How writing a batch ended, where it did not fail. */
public sealed interface Written {

    /** Everything below {@code nextOffset} is accounted for. */
    record Done(long nextOffset) implements Written {}

    /** The partition cannot go on before somebody repairs it. */
    record Stopped(String why) implements Written {}
}
