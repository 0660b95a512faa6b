/**
 * Many clients at once, written from the contract alone. All of them live on one event loop, so that nothing here
 * needs a lock; what others call hands its work over to that loop.
 * <ul>
 * <li>LO-1 A device keeps its place of a conversation as the contract says: it moves along frames whose {@code prev}
 *     it held, or to the greatest place of a page when that page is all it holds.
 * <li>LO-2 What is not recovered, or has a gap, is loaded afresh, and then what was held is discarded.
 * <li>LO-3 A send is repeated with its cid until it is answered for good, on whatever node; later sends of the
 *     conversation are held back until it is said again.
 * <li>LO-4 Nothing that is sent, answered or seen goes unrecorded.
 * </ul>
 */
package parley.faults.load;
