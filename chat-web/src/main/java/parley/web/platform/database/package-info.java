/**
 * The only way from a chat node to the database.
 * <ul>
 * <li>No caller waits longer than the time limit of the call, whatever the database does.
 * <li>While the database does not answer, calls are refused at once. A probe every second, not a request, finds out
 *     when it answers again.
 * <li>A hanging database holds a bounded number of threads and connections.
 * <li>Health and {@code store} frames use what is known and send no queries.
 * </ul>
 */
package parley.web.platform.database;
