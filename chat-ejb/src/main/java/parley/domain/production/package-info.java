/**
 * Production mode: rejects configurations that are only acceptable on a developer's machine.
 * <ul>
 * <li>In production mode the application starts only if the server and the database connection are configured for it.
 * </ul>
 */
package parley.domain.production;
