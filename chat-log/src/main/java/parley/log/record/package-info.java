/** Records of the log: key, headers, value, and what makes one void. */
package parley.log.record;
