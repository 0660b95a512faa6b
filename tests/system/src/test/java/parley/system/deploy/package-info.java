/** The server package, installed and run as docs/deploy.md says. */
package parley.system.deploy;
