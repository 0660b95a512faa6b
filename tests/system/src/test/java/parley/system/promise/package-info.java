/** The guarantees G1 to G7 and the protocol, tested with real processes that are killed and frozen. */
package parley.system.promise;
