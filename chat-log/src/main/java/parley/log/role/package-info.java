/** The role of this process: chat node, persister or both. */
package parley.log.role;
