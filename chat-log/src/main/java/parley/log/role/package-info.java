/** The role of this process: chat node with or without sockets, persister, or both. */
package parley.log.role;
