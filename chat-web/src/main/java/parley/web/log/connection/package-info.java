/**
 * The connection to the log.
 * <ul>
 * <li>While the log is not the one that the database knows, nothing is accepted.
 * </ul>
 */
package parley.web.log.connection;
