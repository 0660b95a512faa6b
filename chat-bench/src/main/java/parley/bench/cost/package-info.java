/**
 * What things cost the machine.
 * <ul>
 * <li>CS-1 A figure stands beside what the clients took of the same cores to make it.
 * </ul>
 */
package parley.bench.cost;
