/**
 * The ledger: what was acknowledged, what the log has, and what the database has, offset by offset.
 * <ul>
 * <li>LD-1 Sets are compared, not only counts; whatever is missing is named by partition, offset and kind.
 * <li>LD-2 Notes are read first, then {@code next_offset}, then the log's end, then the rows: what comes in meanwhile
 *     can be pending, and never looks missing.
 * <li>LD-3 It is made of live data on request, in bounded memory, one at a time on a node; too wide a range is refused.
 * <li>LD-4 What the log no longer has is told as such; of it, what was acknowledged is looked up among the rows.
 * </ul>
 */
package parley.web.ops.ledger;
