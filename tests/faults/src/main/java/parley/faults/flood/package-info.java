/** Floods a chat node with the requests of one user, and measures the latency of others before and during the flood. */
package parley.faults.flood;
