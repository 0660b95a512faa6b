/**
 * Brings a node up, off the start path, and lets it go.
 * <ul>
 * <li>ST-1 A node shall start without its broker and without its database, try again, and become ready by itself.
 * <li>ST-2 At SIGTERM a node shall be not ready, answer every send that it has taken, say {@code bye} to every socket
 *     with a time to come back that is spread over them, and close it with 1001; what comes meanwhile is
 *     {@code unavailable}.
 * </ul>
 */
package parley.web.ops.start;
