/**
 * What client and server say to each other over the socket: text in, values out, and back.
 * <ul>
 * <li>FR-1 When a frame is no JSON object, the reader shall refuse it without an id; when only a field is wrong,
 *     under its id.
 * <li>FR-2 The reader shall pass over fields it does not know.
 * <li>FR-3 A body shall have 1 to 4,000 code points; a longer one is {@code too_large}.
 * </ul>
 */
package parley.web.socket.frame;
