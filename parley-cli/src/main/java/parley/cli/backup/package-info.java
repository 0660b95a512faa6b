/** Backups of the database and of files, with the positions in the log that belong to them. */
package parley.cli.backup;
