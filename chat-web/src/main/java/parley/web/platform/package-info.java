/**
 * What every component of a chat node stands on: REST, requests, problems, the database guard, limits, audit, trace, clock
 * and threads.
 * <ul>
 * <li>It uses no other component of chat-web.
 * <li>Every error of REST is {@code application/problem+json} with a stable code, and names the invalid fields.
 * <li>While the database is down, a call that needs it is answered 503 with {@code Retry-After}.
 * </ul>
 */
package parley.web.platform;
