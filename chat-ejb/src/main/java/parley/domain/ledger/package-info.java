/**
 * What the database holds of the log, offset by offset: for the ledger.
 * <ul>
 * <li>LE-1 Nothing is changed here; ranges are read by index.
 * <li>LE-2 A row that says that its message could not be stored counts as parked, not as a message.
 * </ul>
 */
package parley.domain.ledger;
