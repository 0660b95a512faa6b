package parley.web.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import parley.web.platform.limits.ClientAddress;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimited;
import parley.web.platform.limits.RateLimiter;

/** Applies the rate limits of REST calls before their bodies are read. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 1)
public class RateLimitFilter implements ContainerRequestFilter {

    @Inject
    RateLimiter limiter;

    @Inject
    ClientAddress address;

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext call) {
        var caller = call.getSecurityContext().getUserPrincipal() instanceof AuthenticatedUser me
                ? me.person().id()
                : null;
        if (caller == null) limiter.take(LimitKind.ANONYMOUS, address.of(request));
        var method = resource.getResourceMethod();
        var limited = method == null ? null : method.getAnnotation(RateLimited.class);
        if (limited == null) {
            if (caller != null) limiter.take(reads(call.getMethod()) ? LimitKind.PAGE : LimitKind.CHANGE, caller);
            return;
        }
        for (var limit : limited.value()) {
            switch (limit.scope()) {
                case USER -> {
                    if (caller != null) limiter.take(limit, caller);
                }
                case ADDRESS -> limiter.take(limit, address.of(request));
                case SOCKET, NAME, DEVICE -> throw new IllegalStateException(limit + " cannot be taken for a call");
            }
        }
    }

    private static boolean reads(String method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS);
    }
}
