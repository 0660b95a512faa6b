package parley.bench.run;

/** How long a run takes. */
public enum Form {
    /** For spotting regressions, not for publication. */
    SHORT,
    FULL;

    /** {@code -Dbench.form=short|full}; the default is short. */
    public static Form wanted() {
        return valueOf(System.getProperty("bench.form", "short").toUpperCase());
    }
}
