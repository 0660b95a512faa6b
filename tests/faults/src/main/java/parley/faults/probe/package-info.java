/**
 * Measures availability during faults: once a second each chat node is probed for what the contract requires even
 * without a database.
 * <ul>
 * <li>No probe waits for another: each has its own timeout, and a node that hangs delays no probe of another node.
 * <li>Probes use conversations of their own. The model does not know what they sent, and checks only their records and
 *     rows.
 * <li>The limits are in {@link parley.faults.probe.Ability} and {@link parley.faults.probe.AvailabilityCheck}.
 * </ul>
 */
package parley.faults.probe;
