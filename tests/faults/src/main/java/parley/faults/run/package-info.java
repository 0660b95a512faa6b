/**
 * Runs: a fresh cluster, load, a plan of faults, and a check at the end.
 * <ul>
 * <li>FR-1 The seed determines the faults, their targets, order and duration, and what the clients send.
 * <li>FR-2 The short form kills one process of each kind and has some of the other faults, one after another. The long
 *     form has every fault, some of them concurrently; a long run of many messages consists of several seeds.
 * <li>FR-3 After each step everything must recover: every process is ready, and a message of each chat node is
 *     acknowledged and stored. The recovery time in the report starts at the end of the fault.
 * <li>FR-4 Each seed writes its report to {@code tests/faults/target/faults}; the summary covers all reports there.
 * </ul>
 */
package parley.faults.run;
