/**
 * The audit log.
 * <ul>
 * <li>Each event is one line of JSON, written to the logger {@code parley.security}.
 * <li>No event contains a secret, a message body, or a string that cannot be a username.
 * <li>User input cannot leave its line: everything except printable ASCII is escaped.
 * </ul>
 */
package parley.web.platform.audit;
