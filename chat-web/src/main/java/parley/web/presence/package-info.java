/**
 * Who is there: each node says who is connected to it, and all nodes put it together.
 * <ul>
 * <li>It uses platform, log and membership; who is connected here is {@code ConnectedUsers}, which the socket component
 *     implements, and changes are events.
 * <li>PS-1 A user is online while a socket of theirs is on any node that was heard of within 35 s.
 * <li>PS-2 A socket that watches a user is sent their presence at once and on every change, and that of no other user.
 * </ul>
 */
package parley.web.presence;
