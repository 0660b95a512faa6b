/** Reads ranges of the log that are neither in memory nor in the database. */
package parley.log.range;
