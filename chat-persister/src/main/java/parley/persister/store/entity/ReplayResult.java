package parley.persister.store.entity;

/** The outcome of replaying a readable dead letter. */
public enum ReplayResult {
    /** It was stored as a row. */
    STORED,
    /** It was recorded as a repeat, as void, or as a change after the revoke. */
    PASSED,
    /** It was already stored or recorded; nothing was changed. */
    ALREADY
}
