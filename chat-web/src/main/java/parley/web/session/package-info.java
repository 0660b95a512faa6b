/**
 * The sockets of this node.
 * <ul>
 * <li>SE-1 A user may have many sockets; each gets every frame that is meant for the user.
 * <li>SE-2 A socket shall have one write in flight, and its frames shall leave in the order in which they were
 *     given.
 * <li>SE-3 When more waits for a socket than a client that keeps up could leave waiting, the socket shall be
 *     closed with 1013; nothing is skipped.
 * </ul>
 */
package parley.web.session;
