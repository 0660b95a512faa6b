/**
 * The sockets of this node.
 * <ul>
 * <li>SE-1 A user may have many sockets; each gets every frame that is meant for the user.
 * <li>SE-2 A socket's frames shall be written by one thread, in the order in which they were given; who gives them
 *     shall never wait.
 * <li>SE-3 When more waits for a socket than a client that keeps up could leave waiting, or when it confirms nothing
 *     for too long, the socket shall be closed with 1013; nothing is skipped.
 * <li>SE-4 No more shall be on its way to a client than it confirms by its pongs: a write must not wait.
 * </ul>
 */
package parley.web.session;
