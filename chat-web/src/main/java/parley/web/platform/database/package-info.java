/**
 * The one way from a chat node to the database, for every call of this application.
 * <ul>
 * <li>DB-1 Nobody waits longer than the time limit of the call, whatever the database does.
 * <li>DB-2 While the database does not answer, calls are refused at once; a look of our own every second, not
 *     somebody's request, finds out that it answers again.
 * <li>DB-3 A database that hangs holds a bounded number of threads and of connections.
 * <li>DB-4 Health and {@code store} frames read what is known; they never ask.
 * </ul>
 */
package parley.web.platform.database;
