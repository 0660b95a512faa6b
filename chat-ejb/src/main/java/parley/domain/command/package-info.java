/**
 * What operators ask of the persister, and what became of it.
 * <ul>
 * <li>CO-1 A command is asked once and kept for ever: who, what, when, and its result in a sentence.
 * <li>CO-2 One persister takes a command. What was taken by one that died is taken again after a while: carrying a
 *     command out twice does nothing twice.
 * </ul>
 */
package parley.domain.command;
