/**
 * Conversations and their messages, from admission to delivery and history.
 * <ul>
 * <li>It depends on platform, log, account (for names), membership, presence and own (for what is muted).
 * <li>Admission writes to the log. Delivery reads from it and never calls admission, which receives outcomes by
 *     implementing {@code SendOutcomes}.
 * <li>It knows neither sockets nor frames: what users are shown is the event {@code Shown}.
 * </ul>
 */
package parley.web.message;
