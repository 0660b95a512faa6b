/**
 * What operators see and do, and how a node starts and stops.
 * <ul>
 * <li>It starts, monitors and drains all components; no component depends on it.
 * <li>Only users that the configuration names as operators have access; other users get 403, and anonymous callers 401.
 * <li>A command is requested here and executed by a persister; the requesting user is stored with it.
 * </ul>
 */
package parley.web.ops;
