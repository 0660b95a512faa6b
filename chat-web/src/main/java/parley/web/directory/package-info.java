/**
 * REST: accounts, sessions, conversations, messages.
 * <ul>
 * <li>DI-1 Every error shall be {@code application/problem+json} with a stable code, and name the fields at fault.
 * <li>DI-2 While the database is down, a call that needs it shall answer 503 with {@code Retry-After}.
 * </ul>
 */
package parley.web.directory;
