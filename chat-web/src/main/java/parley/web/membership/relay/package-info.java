/**
 * Carries changes of membership from the database's outbox to the log.
 * <ul>
 * <li>RE-1 An entry shall be deleted only when {@code chat_members} and {@code chat_messages} have it.
 * <li>RE-2 A call that made a change shall answer when this node has read its record, or after 5 s all the same.
 * </ul>
 */
package parley.web.membership.relay;
