/** The installation's signing key, on a machine that has it. */
package parley.cli.key;
