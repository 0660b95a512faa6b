/**
 * Who belongs where, as the log has it.
 * <ul>
 * <li>It uses platform and log; how changes enter the order of a conversation is {@code ConversationOrder}, which the
 *     message component implements.
 * <li>ME-1 A lower version shall never replace a higher one; who reads a lower after a higher writes the higher
 *     again.
 * <li>ME-2 A conversation that this node does not know shall be looked up in the database once before it is
 *     refused.
 * <li>ME-3 A stranger shall get the same answer as for a conversation that is not there.
 * </ul>
 */
package parley.web.membership;
