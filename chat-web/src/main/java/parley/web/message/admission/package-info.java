/**
 * Decides whether a frame becomes a record of the log.
 * <ul>
 * <li>A repeated (conversation, sender, cid) is answered with the first position, found in the index alone or in index
 *     and database, depending on the time of the cid.
 * <li>While the publish queue is full, the log is another one, or this node is not at the end of the log, sends are
 *     refused with {@code unavailable}.
 * <li>A cid whose time is more than a minute ahead of the log clock is refused with {@code clock} and the log's time.
 * <li>A caller gets exactly one answer, within ten seconds.
 * </ul>
 */
package parley.web.message.admission;
