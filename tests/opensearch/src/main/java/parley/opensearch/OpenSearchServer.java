package parley.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** A single node of OpenSearch with the only module that it needs: HTTP. */
final class OpenSearchServer extends Node {

    private static final String NAME = "one";

    private OpenSearchServer(Settings settings) {
        super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> NAME), List.of(http()), true);
    }

    private static PluginInfo http() {
        var name = Netty4ModulePlugin.class.getName();
        return new PluginInfo(name, "HTTP", "none", Version.CURRENT, "21", name, null, List.of(), false);
    }

    /**
     * Runs until standard input ends, which it also does when the tests are killed.
     *
     * @param arguments the data folder, the port, and a port for other nodes
     */
    public static void main(String[] arguments) throws IOException, NodeValidationException {
        var settings = Settings.builder()
                .put("path.home", Path.of(arguments[0]).toString())
                .put("node.name", NAME)
                .put("cluster.name", "parley")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", arguments[1])
                .put("transport.port", arguments[2])
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                // The disk of a developer may be full to 90 percent.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        try (var server = new OpenSearchServer(settings)) {
            server.start();
            while (System.in.read() >= 0) {}
        }
        System.exit(0);
    }
}
