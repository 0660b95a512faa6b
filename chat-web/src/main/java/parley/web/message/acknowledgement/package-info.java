/**
 * Notes which records this node acknowledged as new, for the ledger.
 * <ul>
 * <li>AK-1 Each {@code ok} that is no repeat shall be noted, by partition and offset, within memory of its own and
 *     without waiting for anything.
 * <li>AK-2 What was noted shall go to {@code chat_acknowledged} every five seconds and at the end; a node that is
 *     killed loses at most what it had not sent: such a record is in the log without a note, which is no fault.
 * <li>AK-3 What the log did not take shall be sent again; a note that stands there twice is one.
 * </ul>
 */
package parley.web.message.acknowledgement;
