/**
 * Pages without holes.
 * <ul>
 * <li>HI-1 A page shall hold everything that was acknowledged before it was asked for, whether it is in the tail,
 *     the database or only in the log.
 * <li>HI-2 When the log cannot be asked, the page shall say {@code fresh: false}.
 * <li>HI-3 While the database is down, the newest page shall be what the tail holds, with {@code next}; an older
 *     one is {@code unavailable}.
 * <li>HI-4 When more than 1,000 were missed, or it cannot be told, a resume shall not be recovered.
 * </ul>
 */
package parley.web.message.history;
