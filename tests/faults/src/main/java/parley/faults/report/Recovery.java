package parley.faults.report;

/** A fault that was over, and how long it took from then until all was as before. */
public record Recovery(String fault, double seconds) {}
