/**
 * What one machine cannot show: many nodes, by a simulation with costs that were measured on one.
 * <ul>
 * <li>SC-1 Every node of a cell reads every record of the cell's log, on one thread; its other cores do the rest.
 * <li>SC-2 Where partitions are owned, what a node hands to another costs the one a frame and the other a record read.
 * <li>SC-3 What is not simulated is told: networks, disks, collectors of garbage, and people who all talk in one
 *     conversation.
 * </ul>
 */
package parley.bench.scale;
