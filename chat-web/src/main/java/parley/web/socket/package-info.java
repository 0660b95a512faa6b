/**
 * WebSocket connections of clients.
 * <ul>
 * <li>A handshake is refused with 401 without a valid token, and with 403 if the token comes from the cookie and the
 *     Origin is not allowed, whatever its path.
 * <li>{@code hello} is answered by {@code welcome}, then what was missed, then what is live, without gaps and
 *     duplicates. Before that, only {@code hello} and {@code ping} are executed.
 * <li>A message of more than 65,536 bytes closes its socket with 1009 before it has arrived completely.
 * <li>Every frame with an id gets one answer that repeats it, even after an unexpected error.
 * <li>No frame is handled once its session has ended or expired.
 * </ul>
 */
package parley.web.socket;
