/**
 * The parts of a user's own state as records: what requests and responses contain and what the database keeps. A later
 * version may add components; one that is missing in what is stored has its default.
 */
package parley.web.own.part;
