/**
 * Feeds the index: from the log, and at first from the database.
 * <ul>
 * <li>A record is in the index when the place after it is written, and not later than it: a crash repeats at most what
 *     was read at once, and repeating changes nothing.
 * <li>What counts as a record with an effect is decided by the rules of {@code parley.log.rule}.
 * <li>A place that the log no longer has, or that is of another log, means that the index is built again.
 * </ul>
 */
package parley.web.search.feed;
