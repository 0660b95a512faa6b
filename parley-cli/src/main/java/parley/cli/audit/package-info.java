/** Security events in the logs of nodes. */
package parley.cli.audit;
