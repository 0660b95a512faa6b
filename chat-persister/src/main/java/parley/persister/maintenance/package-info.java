/**
 * Maintains the log and the tables. No record is received before both are valid.
 * <ul>
 * <li>The process starts without database and broker, and opens when both are available.
 * <li>A log with another identity, another number of partitions, or an end before {@code next_offset} is rejected.
 * <li>When the persister opens, it announces every known {@code next_offset}.
 * <li>The log is trimmed only below {@code next_offset} and only where it exceeds its retention time.
 * <li>A stopped partition is retried even if no new record arrives.
 * <li>In role {@code chat} nothing is started and no channel exists.
 * </ul>
 */
package parley.persister.maintenance;
