/**
 * Relays changes of memberships, groups and blocks from the database's outbox to the log.
 * <ul>
 * <li>An outbox entry is deleted only when the compacted topic of its kind and, if its conversation shows it,
 *     {@code chat_messages} have it.
 * <li>A block that a node of the version before changed only in the database is published within minutes.
 * <li>A call that made a change returns when this node has read the record, or after 5 s.
 * </ul>
 */
package parley.web.membership.relay;
