/**
 * Reports of messages to the moderators of their group.
 * <ul>
 * <li>A member reports a message once; reporting it again changes nothing.
 * <li>A report is resolved once, and stays with who resolved it.
 * </ul>
 */
package parley.domain.report;
