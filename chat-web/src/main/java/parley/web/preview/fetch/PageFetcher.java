package parley.web.preview.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import parley.web.preview.address.TargetRules;
import parley.web.preview.address.WebAddress;

/**
 * Fetches pages without cookies, credentials and a memory of connections. Redirects are followed here and not by the
 * HTTP client, so that each of them is checked like the first address.
 */
public final class PageFetcher implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(
            HttpStatus.SC_MOVED_PERMANENTLY,
            HttpStatus.SC_MOVED_TEMPORARILY,
            HttpStatus.SC_SEE_OTHER,
            HttpStatus.SC_TEMPORARY_REDIRECT,
            HttpStatus.SC_PERMANENT_REDIRECT);
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final int CONNECTIONS = 100;

    private final TargetRules rules;
    private final FetchLimits limits;
    private final BiConsumer<Duration, Runnable> alarm;
    private final CloseableHttpClient client;

    /** @param alarm runs a task once after a time */
    public PageFetcher(TargetRules rules, FetchLimits limits, BiConsumer<Duration, Runnable> alarm) {
        this.rules = rules;
        this.limits = limits;
        this.alarm = alarm;
        this.client = client(Timeout.of(limits.time()));
    }

    private static CloseableHttpClient client(Timeout timeout) {
        return HttpClients.custom()
                .setConnectionManager(connections(timeout))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("Parley-LinkPreview/1.0")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(Timeout timeout) {
        var headers = Http1Config.custom()
                .setMaxHeaderCount(FetchLimits.HEADERS)
                .setMaxLineLength(FetchLimits.HEADER_LENGTH)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new NoResolver())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(headers)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
    }

    /** Every target has its address already: a second look-up could give another one. */
    private static final class NoResolver implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host + " must not be looked up again");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host + " must not be looked up again");
        }
    }

    /**
     * Blocks at most as long as the limits say, and as long as the name server takes.
     *
     * @throws IOException if there is no HTML page, or it must not be fetched
     */
    public FetchedPage fetch(WebAddress first) throws IOException {
        var attempt = new FetchAttempt();
        alarm.accept(limits.time(), attempt::giveUp);
        try {
            var address = first;
            for (int redirects = 0; redirects <= FetchLimits.REDIRECTS; redirects++) {
                var answer = get(address, attempt);
                if (answer.page() != null) return answer.page();
                address = answer.location();
            }
            throw new IOException("too many redirects");
        } finally {
            // Without this, closing a connection would read the rest of the page.
            attempt.giveUp();
        }
    }

    /** One of them is null. */
    private record Answer(FetchedPage page, WebAddress location) {}

    private Answer get(WebAddress address, FetchAttempt attempt) throws IOException {
        var target = new HttpHost(address.scheme(), rules.require(address), address.host(), address.port());
        var request = new HttpGet(address.uri());
        request.setHeader(HttpHeaders.ACCEPT, String.join(", ", HTML));
        attempt.begin(request);
        var response = client.executeOpen(target, request, null);
        var location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (REDIRECTS.contains(response.getCode()) && location != null)
            return new Answer(null, redirected(address, location.getValue()));
        if (response.getCode() != HttpStatus.SC_OK) throw new IOException("status " + response.getCode());
        return new Answer(page(address, response), null);
    }

    private static WebAddress redirected(WebAddress from, String location) throws IOException {
        try {
            return from.redirected(location);
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("a redirect to no address", noAddress);
        }
    }

    private FetchedPage page(WebAddress address, ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        if (type == null || !HTML.contains(type.getMimeType().toLowerCase(Locale.ROOT)))
            throw new IOException("no HTML page");
        var content = entity.getContent().readNBytes(limits.bytes());
        return new FetchedPage(address, content, charset(type));
    }

    private static String charset(ContentType type) {
        var charset = type.getParameter("charset");
        try {
            return charset != null && Charset.isSupported(charset) ? charset : null;
        } catch (IllegalCharsetNameException noName) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
