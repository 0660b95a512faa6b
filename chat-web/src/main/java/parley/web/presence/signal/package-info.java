/**
 * What is said to those who are connected now and kept nowhere.
 * <ul>
 * <li>SG-1 Who types shall be told to the other members on every node, and not to the socket that says it.
 * <li>SG-2 When a conversation is renamed, every member who is connected shall get it as {@code conv}.
 * <li>SG-3 While the broker is down, a signal is refused at once: delivered later it would be meaningless.
 * </ul>
 */
package parley.web.presence.signal;
