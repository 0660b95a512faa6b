/**
 * The transactional outbox: changes that are committed and still have to be written to the log.
 * <ul>
 * <li>An entry is deleted only after the log has it; after a crash in between it is sent again.
 * <li>An entry has its own cid, so that readers of the log recognize a second send as a repeat.
 * </ul>
 */
package parley.domain.outbox;
