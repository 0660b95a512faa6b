/**
 * Events that reach only connected users and are not stored.
 * <ul>
 * <li>Typing is shown to the other members on every node, but not to the reporting socket.
 * <li>A node of the version before signals that it renamed a group; connected members then get it as {@code conv}.
 * <li>A change of a user's own state names the part only; its content is in the database.
 * <li>While the broker is down, an event is refused at once: typing would be meaningless later, and a change of a
 *     user's own state is announced again by its component.
 * </ul>
 */
package parley.web.presence.signal;
