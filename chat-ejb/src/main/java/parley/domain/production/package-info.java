/**
 * Production mode: what is allowed on a developer's machine and nowhere else.
 * <ul>
 * <li>In production mode the application does not start where its server or its way to the database is not made for it.
 * </ul>
 */
package parley.domain.production;
