/**
 * The records of the control topics, which chat nodes, persisters and other versions of both must agree on. One record
 * type per topic writes and reads them.
 */
package parley.log.codec;
