/**
 * Who is calling: tokens, their key, and sign-ins that have ended.
 * <ul>
 * <li>SI-1 A token shall be signed with the installation's key, name a session and expire.
 * <li>SI-2 When a session has ended, its token shall be dead on every node within 5 s, with or without the
 *     database, and its sockets closed.
 * <li>SI-3 Failed sign-ins of a name shall be slowed down; successful ones never.
 * <li>SI-4 That a name is not known shall not be told by the answer nor by its time.
 * <li>SI-5 Whom the configuration names an operator shall have the role {@code admin}, from the next request on.
 * </ul>
 */
package parley.web.signin;
