/**
 * Executes operator commands.
 * <ul>
 * <li>Commands are taken only while log and database are valid, each by one persister.
 * <li>A replay retries every dead letter once, each in its own transaction; the result names those that still cannot be
 *     stored, which stay parked.
 * <li>A repair gives up only records that the log no longer has, only if they are the next to be stored, and records
 *     what it gave up.
 * <li>Both can be requested again at any time: nothing is done twice.
 * </ul>
 */
package parley.persister.operator;
