/**
 * Access to {@code chat_messages} for the rules of a chat node. Production uses Kafka. Unit tests use an in-memory log
 * that passes the same contract test.
 */
package parley.web.log.source;
