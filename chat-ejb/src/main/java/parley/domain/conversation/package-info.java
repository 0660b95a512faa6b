/**
 * Conversations and their members.
 * <ul>
 * <li>Two users have one direct conversation, even if both open it at the same time.
 * <li>A membership change and its outbox row commit together, under the lock of the conversation's row.
 * <li>A non-member is told that the conversation does not exist.
 * </ul>
 */
package parley.domain.conversation;
