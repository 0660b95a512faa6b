/**
 * One user at one address asks a chat node for all that he can, and what that does to others: a few people on the same
 * node are timed before it and during it.
 */
package parley.faults.flood;
