package parley.web.socket.boundary;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Set;
import parley.log.role.ServerRole;

/**
 * Registers the endpoint programmatically: Open Liberty 26.0.0.5 limits the frames of an annotated endpoint only when
 * they are complete, but those of a programmatic one when it has read their header (docs/decisions/0014).
 */
public class WebSocketConfig implements ServerApplicationConfig {

    @Override
    public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> found) {
        if (!ServerRole.configured().hasSockets()) return Set.of();
        return Set.of(ServerEndpointConfig.Builder.create(ChatEndpoint.class, "/ws")
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return CDI.current().select(type).get();
                    }
                })
                .build());
    }

    @Override
    public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> found) {
        return found;
    }
}
