/**
 * History pages without gaps.
 * <ul>
 * <li>A page has everything that was acknowledged before the request, whether it is in the tail, in the database or
 *     only in the log.
 * <li>If the log does not answer, the page says {@code fresh: false}.
 * <li>While the database is down, the newest page is what the tail holds, with {@code next}; older pages are
 *     {@code unavailable}.
 * <li>If a client missed more than 1,000 items, or an unknown number, the conversation is not recovered.
 * </ul>
 */
package parley.web.message.history;
