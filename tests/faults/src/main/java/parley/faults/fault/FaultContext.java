package parley.faults.fault;

import parley.faults.flood.Floods;
import parley.faults.load.ClientPool;
import parley.faults.world.FaultsCluster;

/**
 * What faults are injected into.
 *
 * @param devices the number of clients
 */
public record FaultContext(FaultsCluster cluster, ClientPool clients, int devices, Floods floods) {}
