/**
 * Carries out what operators ask for.
 * <ul>
 * <li>PO-1 A command is looked for while log and database are as they should be, and carried out by one persister.
 * <li>PO-2 A replay tries every dead letter once, each in a transaction of its own; what still cannot be stored stays
 *     parked and is named in the result.
 * <li>PO-3 A repair gives up only what the log no longer has, only where that is what is to be stored next, and keeps
 *     what it gave up.
 * <li>PO-4 Either can be asked for again at any time: what was done is not done twice.
 * </ul>
 */
package parley.persister.operator;
