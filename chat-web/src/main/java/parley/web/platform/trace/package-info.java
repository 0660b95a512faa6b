/**
 * Trace and ids of requests.
 * <ul>
 * <li>Records that a REST call writes to the log carry the trace of its {@code traceparent} if that is valid, otherwise
 *     a new one.
 * <li>What a REST call logs has its trace and its id; the id is in the response, too.
 * <li>Spans are made only while telemetry is on.
 * </ul>
 */
package parley.web.platform.trace;
