/**
 * Limits on what one user, address, device or socket may request.
 * <ul>
 * <li>Every kind of call and frame has a limit with a default; nothing is exempt. Calls without a kind of their own
 *     count as reading or as changing.
 * <li>A refusal tells when the same request would be allowed.
 * <li>Memory is bounded: each kind keeps a maximum number of buckets and evicts those that are full again.
 * <li>An address is the peer's unless the peer is a configured proxy. IPv6 addresses count by /64.
 * </ul>
 */
package parley.web.platform.limits;
