/** The trace context (W3C) that every record of the log carries. */
package parley.log.trace;
