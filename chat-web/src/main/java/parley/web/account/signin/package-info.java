/**
 * Authentication: tokens, signing keys, and ended sessions.
 * <ul>
 * <li>A token is signed with one of the installation's keys, names a session and expires.
 * <li>When a session ends, every node rejects its token within 5 s, with or without the database, and closes its
 *     sockets.
 * <li>Failed sign-ins with a username are slowed down; successful ones never are.
 * <li>Neither the response nor its timing reveals whether a username exists.
 * <li>Users that the configuration names as operators have the role {@code admin} from the next request on.
 * <li>A token names its audience, type and key (RFC 8725); adding a key signs nobody out.
 * <li>A token of an account that does not exist is refused; while the database does not answer, the signature is
 *     enough.
 * <li>Over TLS and in production mode the cookie is {@code Secure} and its name starts with {@code __Host-}.
 * </ul>
 */
package parley.web.account.signin;
