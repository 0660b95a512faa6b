/**
 * What a message costs in things that can be counted on any machine, however slow: statements, records, bytes allocated.
 * <ul>
 * <li>CST-1 A limit is about ten times what was counted when it was written: noise never reaches it, and a slip that makes
 *     of one statement for a batch one for each message does.
 * <li>CST-2 Nothing here looks at a clock. How fast it all is, tests/bench measures.
 * </ul>
 */
package parley.system.cost;
