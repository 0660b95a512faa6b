/**
 * What every component of a chat node shares: REST, requests, problems, the database guard, limits, audit, tracing,
 * clock and threads.
 * <ul>
 * <li>It depends on no other component of chat-web.
 * <li>Every REST error is {@code application/problem+json} with a stable code, and names the invalid fields.
 * <li>While the database is down, a call that needs it gets 503 with {@code Retry-After}.
 * </ul>
 */
package parley.web.platform;
