/** What Parley promises (docs: G1 to G7) and what its contract says, tried on real processes that are really killed. */
package parley.system.promise;
