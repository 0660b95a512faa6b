/** The settings of the server: the documented ones, those in a file, and what must not be shown of them. */
package parley.cli.config;
