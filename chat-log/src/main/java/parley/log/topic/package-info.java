/** The topics: made by the product, and checked before anything is sent. */
package parley.log.topic;
