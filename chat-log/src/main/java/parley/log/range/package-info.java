/** Ranges of the log, read on the side where neither memory nor database has them. */
package parley.log.range;
