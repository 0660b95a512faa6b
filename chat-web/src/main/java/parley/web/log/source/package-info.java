/**
 * The topic of messages, as the rules of a chat node see it. Kafka's is for production; the one in memory, for tests of
 * those rules, passes the same contract test.
 */
package parley.web.log.source;
