/**
 * A user's own state: drafts, settings, status, do not disturb, working hours, sidebar, preferences, profile.
 * <ul>
 * <li>It uses platform, log, account, membership and presence. The socket component shows changes as {@code own}.
 * <li>The database has the state. The log has the fact that a part changed, and what others may see.
 * <li>The content of a draft is in no topic and in no log line.
 * <li>While the database is down, a user gets the last state that this node knows, marked as not fresh; changes are
 *     refused.
 * </ul>
 */
package parley.web.own;
