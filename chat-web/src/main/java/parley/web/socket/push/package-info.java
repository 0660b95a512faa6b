/**
 * Turns the events of other components into frames.
 * <ul>
 * <li>A frame is queued on the thread that fires the event, so frames keep the order of the events; the socket's writer
 *     builds the JSON of items.
 * <li>A socket gets either its {@code ok} or the frame of a message, not both.
 * </ul>
 */
package parley.web.socket.push;
