/**
 * Health says how the persister stands.
 * <ul>
 * <li>HE-1 It is alive while its channels and emitters are: one that ended comes back only with a restart.
 * <li>HE-2 It is ready when it was opened and the log is the right one; what is wrong is named.
 * <li>HE-3 In role {@code persister} it is not ready either while the database fails or a partition has stopped; in
 *     role {@code all} that is told and the chat goes on (G4).
 * <li>HE-4 In role {@code chat} it is well, and says that it does nothing.
 * </ul>
 */
package parley.persister.health;
