/**
 * What one machine cannot show: many nodes, by a simulation with costs that were measured on one.
 * <ul>
 * <li>SC-1 Every node of a cell reads every record of the cell's log, on one thread; its cores do the rest.
 * <li>SC-2 What is not simulated is told: networks, disks, collectors of garbage, and people who all talk in one
 *     conversation.
 * </ul>
 */
package parley.bench.scale;
