/**
 * The log clock.
 * <ul>
 * <li>It is the append time that the broker returned last, advanced by a monotonic clock; never the wall clock.
 * </ul>
 */
package parley.web.platform.clock;
