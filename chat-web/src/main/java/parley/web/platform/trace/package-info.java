/**
 * The trace context of requests.
 * <ul>
 * <li>Records that a REST call writes to the log carry the trace of its {@code traceparent} if that is valid, otherwise
 *     a new one.
 * </ul>
 */
package parley.web.platform.trace;
