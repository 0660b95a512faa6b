/**
 * The rules that decide which records of the log take effect.
 * <ul>
 * <li>A record appended more than 60 s after its admission has no effect.
 * <li>The first record of a (conversation, actor, cid) takes effect; all others are duplicates of it.
 * <li>An edit or reaction after the revoke of its message has no effect.
 * <li>Only a record that takes effect takes its cid.
 * </ul>
 */
package parley.log.rule;
