/**
 * The executors of a node, its supervised and scheduled tasks, and whether it is draining.
 * <ul>
 * <li>Every thread comes from the container.
 * </ul>
 */
package parley.web.platform.runtime;
