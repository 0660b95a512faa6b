/**
 * What this node serves.
 * <ul>
 * <li>A REST node serves everything except WebSockets; a sockets-only node serves WebSockets and health checks only.
 * <li>What a node does not serve is refused with 421 (Misdirected Request), which names the node that serves it.
 * </ul>
 */
package parley.web.platform.role;
