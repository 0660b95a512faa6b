/**
 * Delivers the records of the log to connected users.
 * <ul>
 * <li>The first record of a (conversation, sender, cid) is shown. A repeat only answers its sender, with the first
 *     position.
 * <li>The sending socket gets {@code ok}; every other socket of every member gets the frame.
 * <li>Delivery to a member starts and stops at the member record.
 * <li>A record that was appended more than 60 s after its admission is skipped.
 * <li>If accepted messages are not in the database after 5 s, all users are notified by {@code store}.
 * </ul>
 */
package parley.web.message.delivery;
