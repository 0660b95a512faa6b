/** The topics, and checks of their configuration and of the log's identity. */
package parley.log.topic;
