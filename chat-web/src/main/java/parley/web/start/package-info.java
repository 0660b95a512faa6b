/**
 * Brings a node up, off the start path.
 * <ul>
 * <li>ST-1 A node shall start without its broker and without its database, try again every 2 s, and become ready
 *     by itself.
 * </ul>
 */
package parley.web.start;
