package parley.persister.store.entity;

/** What came of a dead letter that could be read. */
public enum ReplayResult {
    /** It is a row now. */
    STORED,
    /** It is known now as a repeat, as void, or as a change after the revoke. */
    PASSED,
    /** It was one or the other before; nothing was changed. */
    ALREADY
}
