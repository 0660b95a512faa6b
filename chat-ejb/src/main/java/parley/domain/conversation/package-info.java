/**
 * Conversations and who belongs to them.
 * <ul>
 * <li>CO-1 Two people have one direct conversation, also where both open it at once.
 * <li>CO-2 A change of membership and its outbox row commit together, under the lock of the conversation's row.
 * <li>CO-3 A stranger is told that the conversation is not there.
 * </ul>
 */
package parley.domain.conversation;
