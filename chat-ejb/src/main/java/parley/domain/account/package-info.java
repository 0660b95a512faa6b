/**
 * Accounts: who may sign in, and what the directory says of them.
 * <ul>
 * <li>AC-1 A username is unique, whatever its case, also where two register it at once.
 * <li>AC-2 A password is kept as a slow salted hash only, its strength kept with it.
 * <li>AC-3 The directory tells no secret, and pages by id.
 * </ul>
 */
package parley.domain.account;
