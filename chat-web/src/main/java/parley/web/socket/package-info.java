/**
 * Where sockets come in.
 * <ul>
 * <li>GW-1 A handshake shall be refused with 401 without a valid token, and with 403 where the token is the cookie's
 *     and the Origin is not ours; whatever its path.
 * <li>GW-2 {@code hello} shall be answered by {@code welcome}, then by what was missed, then by what is live:
 *     nothing left out, nothing twice. Before that nothing but {@code hello} and {@code ping} shall be done.
 * <li>GW-3 A message of more than 65,536 bytes shall end its socket with 1009, before all of it has come.
 * <li>GW-4 Every frame with an id shall get one answer that repeats it, also where something unforeseen goes
 *     wrong.
 * <li>GW-5 No frame shall be handled once its sign-in has ended or expired.
 * </ul>
 */
package parley.web.socket;
