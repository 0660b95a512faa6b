/**
 * The sockets of this node.
 * <ul>
 * <li>A user may have many sockets, up to a limit; each greeted socket gets every frame for the user.
 * <li>The frames of a socket are written by one thread, in the order in which they were queued; queueing never blocks.
 * <li>A socket is closed with 1013 if more frames wait than a client that keeps up could leave waiting, or if the
 *     client confirms nothing for too long. Frames are never skipped.
 * <li>At most one window of unconfirmed bytes is in flight to a client, so that a write does not block.
 * <li>A socket is registered from open to close. Until it is greeted, it gets only answers, and it is closed if it does
 *     not send {@code hello} in time.
 * <li>What a client missed is pulled when nothing else waits for it, and never makes the client too slow.
 * </ul>
 */
package parley.web.socket.session;
