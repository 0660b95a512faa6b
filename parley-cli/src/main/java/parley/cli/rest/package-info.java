/** Calls to a chat or REST node. */
package parley.cli.rest;
