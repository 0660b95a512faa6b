/**
 * Where browsers find this installation.
 * <ul>
 * <li>The path comes from the configuration only: no header of a request changes it.
 * <li>Cookies of installations with different paths on one host do not meet.
 * </ul>
 */
package parley.web.platform.path;
