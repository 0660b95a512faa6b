/**
 * Operator commands to the persister, and their results.
 * <ul>
 * <li>A command is kept for ever: who asked for it, what, when, and its result in a sentence.
 * <li>One persister takes a command. If it dies, another takes the command after a timeout; commands are idempotent.
 * </ul>
 */
package parley.domain.command;
