/**
 * The cluster of the fault suite: two chat nodes, two persisters, a broker and a database, with a
 * {@link parley.cluster.server.TcpProxy} between each server and what it depends on.
 * <ul>
 * <li>Each client of the broker has a listener of its own, advertised at its proxy, so that each can be cut off alone.
 *     The checks use a listener without a proxy.
 * <li>The database's folder is a small file system of its own where the suite may mount one, so that it can run full.
 * <li>The wall clock of the first chat node can be changed where libfaketime is installed.
 * <li>The servers reach the database by a name, which can stop resolving.
 * <li>What is not available on a machine is reported, never skipped silently.
 * <li>No process outlives the run; the next run ends and unmounts what a killed one left.
 * </ul>
 */
package parley.faults.world;
