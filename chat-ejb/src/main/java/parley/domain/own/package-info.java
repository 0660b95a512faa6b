/**
 * What only one user sees: drafts, settings of alerts, sidebar and page, status, do not disturb, working hours.
 * <ul>
 * <li>Each change gets a version that is greater than that of every earlier change of the same user.
 * <li>Of two writes of a draft, the one with the later time of writing wins, whichever arrives first.
 * <li>Status, do not disturb and the wish to hide the last seen time are the only parts that others learn of.
 * </ul>
 */
package parley.domain.own;
