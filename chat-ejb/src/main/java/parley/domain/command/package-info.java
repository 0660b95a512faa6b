/**
 * Operator commands to the persister, and their results.
 * <ul>
 * <li>A command is never deleted: its requester, its kind, its time, and its result in a sentence.
 * <li>One persister takes a command. If it dies, another takes the command after a timeout; commands are idempotent.
 * </ul>
 */
package parley.domain.command;
