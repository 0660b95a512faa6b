/**
 * The trace context (W3C) that every record of the log carries, and the spans of a record's way.
 * <ul>
 * <li>While telemetry is off, records carry a random context that is not sampled, and no span is made.
 * <li>Spans name ids, places and counts only: neither texts nor names.
 * </ul>
 */
package parley.log.trace;
