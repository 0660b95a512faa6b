/**
 * The log as the domain knows it: what its records say, and how far they are in the database.
 * <ul>
 * <li>LO-1 A record's value is JSON of a version that its header names; what is not known is refused, not guessed.
 * <li>LO-2 {@code next_offset} moves in the transaction that writes the rows, and never back.
 * <li>LO-3 A record that became no row is recorded with the reason.
 * </ul>
 */
package parley.domain.log;
