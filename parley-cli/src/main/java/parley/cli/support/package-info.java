/** The support bundle. */
package parley.cli.support;
