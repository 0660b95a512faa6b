/** The connection to the log. While the log is not the one that the database knows, nothing is accepted. */
package parley.web.log.connection;
