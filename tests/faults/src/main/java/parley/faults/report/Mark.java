package parley.faults.report;

/** A fault begins, or is over. */
public record Mark(long atMillis, String fault, boolean begins) {}
