package parley.faults.fault;

import parley.faults.flood.Floods;
import parley.faults.load.Crowd;
import parley.faults.world.FaultsWorld;

/**
 * Where faults are made.
 *
 * @param devices as many sockets as the crowd has
 */
public record Scene(FaultsWorld world, Crowd crowd, int devices, Floods floods) {}
