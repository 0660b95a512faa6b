/**
 * What happened that matters for security.
 * <ul>
 * <li>AU-1 One event is one line of JSON, written to the logger {@code parley.security}.
 * <li>AU-2 No event holds a secret, the body of a message, or a username that cannot be one.
 * <li>AU-3 User input cannot break out of its line: everything but printable ASCII is escaped.
 * </ul>
 */
package parley.web.platform.audit;
