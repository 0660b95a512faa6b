/**
 * How far members have read.
 * <ul>
 * <li>Receipts take effect in the order of {@code chat_receipts}, on every node and in the database.
 * <li>A node knows every receipt that the database may not have. It reads {@code chat_receipts} from what the persister
 *     has committed before it is ready.
 * <li>A receipt that the database has is forgotten only if too many are known.
 * </ul>
 */
package parley.web.message.reading;
