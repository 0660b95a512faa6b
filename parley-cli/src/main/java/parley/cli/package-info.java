/**
 * The administrator's command line. {@code command} has a class for each command; the other packages do the work and know
 * nothing of the command line, except {@code terminal}, which prints.
 */
package parley.cli;
