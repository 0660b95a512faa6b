/**
 * Who is calling: tokens, their key, and sign-ins that have ended.
 * <ul>
 * <li>SI-1 A token shall be signed with one of the installation's keys, name a session and expire.
 * <li>SI-2 When a session has ended, its token shall be dead on every node within 5 s, with or without the
 *     database, and its sockets closed.
 * <li>SI-3 Failed sign-ins of a name shall be slowed down; successful ones never.
 * <li>SI-4 That a name is not known shall not be told by the answer nor by its time.
 * <li>SI-5 Whom the configuration names an operator shall have the role {@code admin}, from the next request on.
 * <li>SI-6 A token shall name its audience, type and key (RFC 8725); a new key shall sign nobody out.
 * <li>SI-7 A token of an account that the database does not know shall be refused; while the database does not answer,
 *     the signature is enough.
 * <li>SI-8 Over TLS and in production mode the cookie shall be {@code Secure} and named {@code __Host-}.
 * </ul>
 */
package parley.web.account.signin;
