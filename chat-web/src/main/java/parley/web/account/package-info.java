/**
 * Accounts, sign-in, and the directory of names that every node has.
 * <ul>
 * <li>It uses platform and log.
 * <li>It does not know sockets: the end of a session is the event {@code SessionEnded}.
 * </ul>
 */
package parley.web.account;
