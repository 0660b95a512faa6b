/**
 * Clusters that one machine cannot show, simulated with costs that were measured on one. Not simulated: networks, disks,
 * garbage collection, and conversations that are much busier than others.
 */
package parley.bench.scale;
