package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.OutgoingChannel;

/** Reports emitters that have ended and a tail that lost its place; both last until the application is restarted. */
@ApplicationScoped
public class ChannelChecks {

    @Inject
    @Any
    Instance<OutgoingChannel> channels;

    @Inject
    TailStatus tailStatus;

    @Produces
    @Liveness
    HealthCheck channels() {
        return () -> {
            var response = HealthCheckResponse.named("chat-channels");
            boolean alive = tailStatus.isAlive();
            for (var channel : channels) {
                alive &= channel.isAlive();
                response.withData(channel.channel(), word(channel.isAlive()));
            }
            return response.withData("tail", word(tailStatus.isAlive()))
                    .status(alive)
                    .build();
        };
    }

    private static String word(boolean alive) {
        return alive ? "alive" : "ended";
    }
}
