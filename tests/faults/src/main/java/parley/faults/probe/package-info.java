/**
 * Availability while a fault lasts. Once a second each chat node is asked for what the contract promises even without
 * the database, and the outcome is kept with its time.
 * <ul>
 * <li>No probe waits for another: each has its own time limit, and a node that hangs delays no other node's probes.
 * <li>Probes talk in conversations of their own, which the model does not know: it holds them to the rules of the log
 *     and of the rows, and not to what the crowd sent.
 * <li>What is asserted during a fault, and with which limits, is said in {@link parley.faults.probe.Bounds} alone.
 * </ul>
 */
package parley.faults.probe;
