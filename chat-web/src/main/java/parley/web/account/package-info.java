/**
 * Accounts and sign-in.
 * <ul>
 * <li>It uses platform and log.
 * <li>It does not know sockets: the end of a session is the event {@code SessionEnded}.
 * </ul>
 */
package parley.web.account;
