/**
 * The recent log in memory, and the index of what was sent.
 * <ul>
 * <li>TA-1 The tail shall read each partition in order, from where the index has to begin, with one writer.
 * <li>TA-2 The index shall forget only what is older than its window and in the database.
 * <li>TA-3 The tail shall forget what is old and stored; what is not stored only where memory would run out, and
 *     then history says so.
 * <li>TA-4 The index is whole when every partition was at its end once; the node is recent when every partition
 *     was there within 15 s.
 * </ul>
 */
package parley.web.log.tail;
