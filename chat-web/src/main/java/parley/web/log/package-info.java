/**
 * The log as a chat node reads it: the connection, the recent messages, and the small topics.
 * <ul>
 * <li>It uses platform only, and knows neither who sends nor who is connected.
 * <li>What a record means is decided by the components that read from it, through {@code Readout} and {@code Feed}.
 * </ul>
 */
package parley.web.log;
