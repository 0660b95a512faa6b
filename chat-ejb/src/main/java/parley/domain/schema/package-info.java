/**
 * The database schema and its migrations.
 * <ul>
 * <li>A migration runs once, even if several nodes start at the same time.
 * <li>A role starts without the database and migrates it once it is reachable.
 * </ul>
 */
package parley.domain.schema;
