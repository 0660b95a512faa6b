/**
 * The sockets of this node.
 * <ul>
 * <li>SE-1 A user may have many sockets, up to a limit; each that is greeted gets every frame that is meant for the user.
 * <li>SE-2 A socket's frames shall be written by one thread, in the order in which they were given; who gives them
 *     shall never wait.
 * <li>SE-3 When more waits for a socket than a client that keeps up could leave waiting, or when it confirms nothing
 *     for too long, the socket shall be closed with 1013; nothing is skipped.
 * <li>SE-4 No more shall be on its way to a client than it confirms by its pongs: a write must not wait.
 * <li>SE-5 A socket is registered from when it opens to when it closes. Until it is greeted it gets answers only, and
 *     is closed when it has not said hello in time.
 * <li>SE-6 What a client has missed is pulled when nothing else waits for it, and never counts as its being too slow.
 * </ul>
 */
package parley.web.socket.session;
