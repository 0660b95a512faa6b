/**
 * Where sockets come in.
 * <ul>
 * <li>GW-1 A handshake with the cookie shall be refused with 403 unless its Origin is ours.
 * <li>GW-2 {@code hello} shall be answered by {@code welcome}, then by what was missed, then by what is live:
 *     nothing between, nothing twice.
 * <li>GW-3 A frame of more than 65,536 bytes shall end its socket with 1009.
 * <li>GW-4 Every frame with an id shall get one answer that repeats it, also where something unforeseen goes
 *     wrong.
 * </ul>
 */
package parley.web.gateway;
