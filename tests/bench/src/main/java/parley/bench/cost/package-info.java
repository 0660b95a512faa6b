/**
 * What a load costs each process: CPU time, allocation, and where both go.
 * <ul>
 * <li>BCO-1 CPU time is the system's own account (user and system) of the process itself: of the database, not of the
 *     JVM that holds it; of the server, not of the script that started it.
 * <li>BCO-2 Allocation is the virtual machine's own account over all threads, those that have ended included.
 * <li>BCO-3 The client that makes the load is in the account like the others.
 * <li>BCO-4 A cost is told for a number of messages, so that loads of any length and rate can be compared.
 * </ul>
 */
package parley.bench.cost;
