/**
 * How much one user, address, device or socket may ask for.
 * <ul>
 * <li>LI-1 Every kind of call and frame has a limit, with a default; nothing is exempt. What a call without a kind of
 *     its own takes is counted as reading or as changing.
 * <li>LI-2 A refusal says when the same request would be let in.
 * <li>LI-3 Memory is bounded: each kind keeps at most so many buckets, and lets go of those that are full again.
 * <li>LI-4 An address is the peer's, unless the peer is a configured proxy; addresses of IPv6 count by /64.
 * </ul>
 */
package parley.web.platform.limits;
