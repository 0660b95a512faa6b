/** Hostile and malformed input: none of it may hang, cause a server error, or bypass authorization. */
package parley.system.input;
