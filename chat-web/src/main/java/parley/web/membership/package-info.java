/**
 * Who belongs to which conversation, what the groups are, and what a member may do and read, as the log says.
 * <ul>
 * <li>It depends on platform and log. The message component puts changes into the order of their conversations, by
 *     implementing {@code ConversationOrder}.
 * <li>A lower version never replaces a higher one. A node that reads a lower version after a higher one writes the
 *     higher one again.
 * <li>A membership that this node does not know is looked up in the database once before the request is refused.
 * <li>Sends, changes, typing and reading are decided without the database.
 * <li>As long as a node does not know from where a member may read, the member may read nothing.
 * <li>A user who is not a member gets the same answer as for a conversation that does not exist.
 * </ul>
 */
package parley.web.membership;
