/** Backups of the database with the positions in the log that belong to them. */
package parley.cli.backup;
