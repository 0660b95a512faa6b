/**
 * What the parts of a node share: the log and its clock, threads, settings.
 * <ul>
 * <li>NO-1 The log's clock shall be the append time that the broker last returned, carried on by a monotonic
 *     clock; never the wall clock.
 * <li>NO-2 While the log is not the one that the database knows, nothing shall be accepted.
 * </ul>
 */
package parley.web.node;
