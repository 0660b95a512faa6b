/**
 * Starts a node in the background, and drains it.
 * <ul>
 * <li>A node starts without broker and database, retries, and becomes ready when they are available.
 * <li>At SIGTERM a node is no longer ready. It answers every send that it has accepted, sends {@code bye} to every
 *     socket with a randomized reconnect delay, and closes it with 1001. New requests are {@code unavailable}.
 * </ul>
 */
package parley.web.ops.start;
