/** The crowd on the plain world: the load, the model and the report held by a short run. */
package parley.faults.promise;
