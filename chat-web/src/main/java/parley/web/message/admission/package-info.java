/**
 * Decides whether a frame becomes a record.
 * <ul>
 * <li>IN-1 When a frame repeats (conversation, sender, cid), intake shall answer with the first position, by the
 *     index alone or by index and database, as the cid's time demands.
 * <li>IN-2 While the pump is full, the log is another one, or this node is not at the end of the log, intake shall
 *     refuse with {@code unavailable}.
 * <li>IN-3 When a cid's time is more than a minute ahead of the log's clock, intake shall refuse with {@code
 *     clock} and say its own time.
 * <li>IN-4 Who waits shall be told within ten seconds, once.
 * </ul>
 */
package parley.web.message.admission;
