/**
 * Health checks of the persister.
 * <ul>
 * <li>It is alive while its channels and emitters are; one that ended needs a restart.
 * <li>It is ready when it has been opened and the log is the right one; every fault is named.
 * <li>In role {@code persister} it is also not ready while the database fails or a partition has stopped. In role
 *     {@code all} this is reported, and chat continues.
 * <li>In role {@code chat} none of these checks exist.
 * </ul>
 */
package parley.persister.health;
