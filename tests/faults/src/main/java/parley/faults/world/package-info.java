/**
 * The world of the fault suite: two chat nodes, two persisters, a broker and a database, all real processes, and a
 * {@link parley.cluster.server.TcpProxy} between each of them and what it needs.
 * <ul>
 * <li>FW-1 Each client of the broker has a listener of its own there, advertised at its link: whatever it does, it
 *     comes over its link, and one can be cut off while the others go on. The checks have a listener without a link.
 * <li>FW-2 The database's folder is a small disk of its own where the suite may mount one, so that it can be full.
 * <li>FW-3 The first chat node's wall clock can be moved where libfaketime is there.
 * <li>FW-4 What cannot be had on this machine is told, and never silently left out.
 * <li>FW-5 Nothing outlives the run; what a killed one left is ended and unmounted by the next.
 * <li>FW-6 The servers reach the database by a name, which can cease to resolve.
 * </ul>
 */
package parley.faults.world;
