/**
 * The ledger compares, offset by offset, what was acknowledged, what the log has, and what the database has.
 * <ul>
 * <li>It compares sets, not only counts. Whatever is missing is listed by partition, offset and kind.
 * <li>Notes are read first, then {@code next_offset}, then the end of the log, then the rows, so that what arrives
 *     meanwhile may be pending but never looks missing.
 * <li>It is created from live data on request, in bounded memory, one at a time per node; a range that is too large is
 *     refused.
 * <li>Records that were trimmed from the log are reported as such; those that were acknowledged are looked up among the
 *     rows.
 * </ul>
 */
package parley.web.ops.ledger;
