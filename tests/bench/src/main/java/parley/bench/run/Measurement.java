package parley.bench.run;

import parley.bench.result.Results;
import parley.bench.world.BenchCluster;

/** One thing that is measured. The world is whole when it begins, and is left whole. */
public interface Measurement {

    /** Of one word or two with hyphens: it is chosen by it on the command line. */
    String name();

    void measure(BenchCluster world, Form form, Results results) throws Exception;
}
