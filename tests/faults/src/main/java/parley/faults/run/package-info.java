/**
 * A run: a world, a crowd, a plan of faults, and a check of everything afterwards.
 * <ul>
 * <li>FR-1 The seed decides which faults come, to whom, in which order, how long, and what the crowd says.
 * <li>FR-2 The short form has each kind of kill and some of the rest, one after another; the long form has everything,
 *     several at once. A long run of many messages is made of pieces, each with a seed and a world of its own.
 * <li>FR-3 After each step all must be well again: every part ready, and a message of each chat node acknowledged and
 *     stored. How long that took from the fault's end is what the report calls recovery.
 * <li>FR-4 Each piece leaves its report in {@code tests/faults/target/faults}, and the summary is of all that lie there.
 * </ul>
 */
package parley.faults.run;
