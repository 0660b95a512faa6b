/** How Kafka's clients are set up: the same on all nodes. */
package parley.log.client;
