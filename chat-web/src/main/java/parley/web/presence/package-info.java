/**
 * Who is there: each node says who is connected to it, and all nodes put it together.
 * <ul>
 * <li>It uses platform, log and membership; who is connected here is {@code ConnectedUsers}, which the socket component
 *     implements, and changes are events.
 * <li>PS-1 A user is online while a socket of theirs is on any node that was heard of within 35 s.
 * <li>PS-2 Who watches somebody shall be told now and on every change, and of nobody else.
 * </ul>
 */
package parley.web.presence;
