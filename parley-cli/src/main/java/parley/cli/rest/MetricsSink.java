package parley.cli.rest;

import java.io.IOException;

/** Where the result of a probe goes, in Prometheus text format. */
public interface MetricsSink {

    /** Replaces what was there. */
    void publish(String metrics) throws IOException;
}
