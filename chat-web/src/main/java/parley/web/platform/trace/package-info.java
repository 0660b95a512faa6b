/**
 * The trace context of requests.
 * <ul>
 * <li>What a REST call puts into the log carries the trace of its {@code traceparent}, where that is valid; else one of
 *     its own.
 * </ul>
 */
package parley.web.platform.trace;
