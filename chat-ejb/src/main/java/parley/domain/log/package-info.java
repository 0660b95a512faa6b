/**
 * The contents of the log's records, and how far they are stored in the database.
 * <ul>
 * <li>A record's value is JSON of the version that its header names; an unknown version is rejected.
 * <li>{@code next_offset} moves in the transaction that writes the rows, and never decreases.
 * <li>A record that produces no row is recorded with the reason.
 * </ul>
 */
package parley.domain.log;
