/** Configuration of the Kafka clients. */
package parley.log.client;
