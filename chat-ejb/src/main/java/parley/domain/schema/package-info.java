/**
 * The schema and its history.
 * <ul>
 * <li>SC-1 A migration runs once, whoever starts at the same time.
 * <li>SC-2 Migrations are off the start path: a role starts without its database and migrates when it is there.
 * </ul>
 */
package parley.domain.schema;
