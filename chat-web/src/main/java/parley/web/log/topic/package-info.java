/**
 * The control topics: memberships, ended sessions, and the offsets that are stored.
 * <ul>
 * <li>A node is ready only after it has read each of them to the end that it had at startup.
 * <li>Failed reading resumes at the same offset; an unreadable record is skipped.
 * </ul>
 */
package parley.web.log.topic;
