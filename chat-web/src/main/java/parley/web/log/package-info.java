/**
 * The log as a chat node reads it: the connection, the recent messages and the control topics.
 * <ul>
 * <li>It depends on platform only, and knows neither senders nor connected users.
 * <li>The components that read the log decide what a record means, through {@code LogRecordHandler} and
 *     {@code ControlTopicListener}.
 * </ul>
 */
package parley.web.log;
