/** What people and scripts see: tables, JSON, secrets read from the terminal, exit codes. */
package parley.cli.terminal;
