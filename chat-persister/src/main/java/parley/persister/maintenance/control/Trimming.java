package parley.persister.maintenance.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.persister.maintenance.entity.PartitionProgress;

/** Decides how much of the log may go. */
public final class Trimming {

    private Trimming() {}

    /**
     * Before which offset each partition may be deleted; absent where nothing may.
     *
     * @param young the first offset of each partition that is young enough to stay, or -1 where all is old
     */
    public static Map<Integer, Long> before(List<PartitionProgress> stored, Map<Integer, Long> young) {
        var before = new HashMap<Integer, Long>();
        for (var partition : stored) {
            Long stays = young.get(partition.partition());
            if (stays == null) continue;
            long limit = stays < 0 ? partition.nextOffset() : Math.min(stays, partition.nextOffset());
            if (limit > 0) before.put(partition.partition(), limit);
        }
        return before;
    }
}
