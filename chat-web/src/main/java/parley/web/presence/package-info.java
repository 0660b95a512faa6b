/**
 * Online state: each node publishes its connected users, and all nodes combine the reports.
 * <ul>
 * <li>It depends on platform, log and membership. The socket component implements {@code ConnectedUsers}, and changes
 *     are events.
 * <li>A user is online while they have a socket on any node that has reported within 35 s.
 * <li>A user with only idle sockets is shown as away; one active socket on any node makes the user online.
 * <li>A status and a do-not-disturb end by the log clock, on all nodes alike, and are known without the database.
 * <li>A socket that watches a user gets their presence at once and on every change, and no other user's.
 * </ul>
 */
package parley.web.presence;
