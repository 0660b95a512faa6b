/**
 * Messages from admission to delivery and history, and the conversations that they are in.
 * <ul>
 * <li>It uses platform, log, membership and presence.
 * <li>Admission writes to the log; delivery reads from it and never calls admission, but the {@code SendOutcomes} that
 *     admission implements.
 * <li>It does not know sockets or frames: what users are to see is the event {@code Shown}.
 * </ul>
 */
package parley.web.message;
