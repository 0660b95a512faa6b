/**
 * Simulated clients, written from the protocol alone. All of them are confined to one event loop, so nothing needs a
 * lock; calls from other threads are handed over to that loop.
 * <ul>
 * <li>LO-1 A device advances its position along frames whose {@code prev} it holds, or to the greatest position of a page
 *     if that page is all it holds.
 * <li>LO-2 A conversation that is not recovered, or has a gap, is loaded again, and what was held is discarded.
 * <li>LO-3 A send is repeated with its cid on any node until it has a final answer; later sends of the conversation wait
 *     until it is sent again.
 * <li>LO-4 Everything that is sent, answered or received is recorded.
 * </ul>
 */
package parley.faults.load;
