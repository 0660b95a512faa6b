package parley.faults.fault;

import parley.faults.flood.Floods;
import parley.faults.load.ClientPool;
import parley.faults.world.FaultsCluster;

/**
 * Where faults are made.
 *
 * @param devices as many sockets as the crowd has
 */
public record FaultContext(FaultsCluster world, ClientPool crowd, int devices, Floods floods) {}
