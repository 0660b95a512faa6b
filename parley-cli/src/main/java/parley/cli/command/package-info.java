/** A class for each command. */
package parley.cli.command;
