/**
 * The frames of client and server: parsing and building.
 * <ul>
 * <li>A frame that is not a JSON object is refused without an id; one with an invalid field under its id.
 * <li>Unknown fields are ignored.
 * <li>A body has 1 to 4,000 code points; a longer one is {@code too_large}.
 * </ul>
 */
package parley.web.socket.frame;
