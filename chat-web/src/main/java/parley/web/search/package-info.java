/**
 * Message search: an index of the log, and queries of it.
 * <ul>
 * <li>The index is fed by a reader of its own, which keeps its place in the log together with the index. It can be lost:
 *     it is built again from the database and the log.
 * <li>Nothing but search waits for the index.
 * <li>What a caller may read is decided when the query is made, by the memberships that this node knows.
 * <li>A hit is shown in its current state, with the changes that the tail knows; it is left out if that state is revoked
 *     or no longer matches.
 * </ul>
 */
package parley.web.search;
