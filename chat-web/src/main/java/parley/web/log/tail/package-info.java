/**
 * The recent log in memory, and the index of idempotency keys.
 * <ul>
 * <li>The tail reads each partition in order, from where the index has to begin, with one writer.
 * <li>The index forgets only entries that are older than its window and in the database.
 * <li>The tail drops old items that are stored; items that are not stored only if memory runs out, and history pages
 *     then say so.
 * <li>The index is complete when every partition was read to its end once. The node is recent if every partition was
 *     read to its end within the last 15 s.
 * </ul>
 */
package parley.web.log.tail;
