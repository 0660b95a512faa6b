/**
 * Shapes of load.
 * <ul>
 * <li>LD-1 In a closed loop as much is in flight as the window says; a send counts at its {@code ok}, in the time asked
 *     for; what is in flight then is waited for, and must come.
 * <li>LD-2 In an open loop sends are due at times fixed beforehand, and waiting is counted from there: a server that
 *     stalls is not spared the sends that stall with it.
 * <li>LD-3 A refusal or a close ends a closed loop, whose figure would mean nothing; in an open loop it is counted.
 * </ul>
 */
package parley.bench.load;
