/**
 * The threads of a node, and whether it is draining.
 * <ul>
 * <li>Every thread comes from the container.
 * </ul>
 */
package parley.web.platform.runtime;
