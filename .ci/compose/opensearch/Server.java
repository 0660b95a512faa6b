import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** A single node of OpenSearch with only the module for HTTP, where its published image has it. */
public class Server extends Node {

    private Server(Settings settings) {
        super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "one"), List.of(http()), true);
    }

    private static PluginInfo http() {
        var name = Netty4ModulePlugin.class.getName();
        return new PluginInfo(name, "HTTP", "none", Version.CURRENT, "21", name, null, List.of(), false);
    }

    public static void main(String[] arguments) throws Exception {
        var settings = Settings.builder()
                .put("path.home", "/usr/share/opensearch")
                .put("node.name", "one")
                .put("discovery.type", System.getenv("discovery.type"))
                .put("network.host", "0.0.0.0")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                // The disk of the machine may be full to 90 percent.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        var server = new Server(settings);
        server.start();
        var end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (java.io.IOException e) {
                e.printStackTrace();
            }
            end.countDown();
        }));
        end.await();
    }
}
