/**
 * User accounts and the user directory.
 * <ul>
 * <li>A username is unique regardless of case, even under concurrent registration.
 * <li>A password is stored only as a slow salted hash, together with its cost parameters.
 * <li>The directory contains no secrets.
 * </ul>
 */
package parley.domain.account;
