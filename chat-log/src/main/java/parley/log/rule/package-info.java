/**
 * The rules that decide which records of the log take effect.
 * <ul>
 * <li>A record appended more than 60 s after its admission is void.
 * <li>The first record of a (conversation, actor, cid) takes effect; the others are its duplicates.
 * <li>An edit or reaction after the revoke of its message has no effect.
 * <li>Only an effective record uses its cid.
 * </ul>
 */
package parley.log.rule;
