package vn.haidang.identity.internal.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/**
 * The provider as it is found when somebody signs in: nothing is asked of it before, so the program starts and serves without it.
 * What it says of itself is believed for an hour; while it is away, what it said last stands.
 */
@Component
public class Provider {

    private static final Logger log = LoggerFactory.getLogger(Provider.class);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(6);
    private static final int LARGEST_KEY_SET = 500_000;
    private static final long BELIEVED = Duration.ofHours(1).toNanos();

    /** A provider with the means to check what it signs; keys are asked for again when a token names one that is new. */
    record Found(ProviderMetadata metadata, IdTokens tokens, long at) {}

    private final ProviderSettings settings;
    private final RestClient http;
    private final JsonMapper json;
    private final AtomicReference<@Nullable Found> found = new AtomicReference<>();

    Provider(ProviderSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(READ);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    public boolean configured() {
        return settings.configured();
    }

    RestClient http() {
        return http;
    }

    /** @throws ProblemException {@code identity/no-provider}, {@code identity/provider-away} */
    Found find() {
        if (!settings.configured()) {
            throw none();
        }
        var held = found.get();
        if (held != null && System.nanoTime() - held.at() < BELIEVED) {
            return held;
        }
        try {
            var fresh = discover();
            found.set(fresh);
            return fresh;
        } catch (RestClientException | JacksonException | MalformedURLException | IllegalStateException away) {
            log.warn("The identity provider {} does not answer as it should: {}", settings.issuer(), away.toString());
            if (held != null) {
                return held;
            }
            throw away();
        }
    }

    /** Where to end somebody's session at the provider, if it says where. */
    Optional<String> endSession() {
        try {
            return Optional.ofNullable(find().metadata().endSessionEndpoint());
        } catch (ProblemException away) {
            return Optional.empty();
        }
    }

    static ProblemException none() {
        return Problem.of("identity/no-provider", 404).exception();
    }

    static ProblemException away() {
        return Problem.of("identity/provider-away", 503).exception();
    }

    private Found discover() throws MalformedURLException {
        var issuer = settings.issuer();
        var address = (issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration";
        var said = http.get().uri(URI.create(address)).retrieve().body(byte[].class);
        var metadata = json.readValue(Objects.requireNonNullElse(said, new byte[0]), ProviderMetadata.class);
        if (!issuer.equals(metadata.issuer()) || !metadata.whole()) {
            throw new IllegalStateException("it calls itself " + metadata.issuer());
        }
        return new Found(metadata, new IdTokens(settings, keys(metadata)), System.nanoTime());
    }

    private static JWKSource<SecurityContext> keys(ProviderMetadata metadata) throws MalformedURLException {
        var address = URI.create(Objects.requireNonNull(metadata.jwksUri())).toURL();
        var retriever = new DefaultResourceRetriever((int) CONNECT.toMillis(), (int) READ.toMillis(), LARGEST_KEY_SET);
        return JWKSourceBuilder.create(address, retriever).retrying(true).build();
    }
}
