/**
 * What the database holds for each offset of the log, for the ledger.
 * <ul>
 * <li>Read-only; ranges are read through an index.
 * <li>A placeholder row of an unstorable message counts as parked, not as a message.
 * </ul>
 */
package parley.domain.ledger;
