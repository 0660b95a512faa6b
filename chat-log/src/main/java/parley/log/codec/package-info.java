/**
 * The values of the control topics that both chat nodes and persisters, or two versions of a node, must agree on. One
 * record type a topic writes and reads them.
 */
package parley.log.codec;
