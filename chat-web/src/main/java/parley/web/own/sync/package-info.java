/**
 * Keeps a user's sessions in step: changes the database, announces the change to all nodes, and loads what changed for
 * the sessions that do not have it.
 */
package parley.web.own.sync;
