package parley.faults.model;

/**
 * What has to become of a record.
 *
 * @param firstPos of a repeat: where the first stands; else -1
 */
record Fate(Is is, long firstPos) {

    enum Is {
        MESSAGE,
        EVENT,
        REPEAT,
        VOID,
        REVOKED,
        PARKED
    }

    static Fate of(Is is) {
        return new Fate(is, -1);
    }

    boolean isRow() {
        return is == Is.MESSAGE || is == Is.EVENT;
    }

    String word() {
        return is.name().toLowerCase(java.util.Locale.ROOT);
    }
}
