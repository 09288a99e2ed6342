package vn.haidang.identity.internal.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.spi.Citizens.Citizen;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** To the provider and back: authorization code with proof key, answered by an ID token. */
@Component
public class ProviderSignIn {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");

    /** What came back: who it is for the provider, who it is as a citizen, and the token that ends the session there. */
    public record Arrival(String issuer, String subject, Citizen citizen, String token) {}

    private final ProviderSettings settings;
    private final Provider provider;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ProviderSignIn(ProviderSettings settings, Provider provider, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.json = json;
        this.clock = clock;
    }

    /** @throws ProblemException {@code identity/no-provider}, whoever asks */
    public void requireOne() {
        if (!settings.configured()) {
            throw Provider.none();
        }
    }

    public Departure depart(String next) {
        return Departure.now(random, clock.instant(), next);
    }

    /** @throws ProblemException {@code identity/no-provider}, {@code identity/provider-away} */
    public URI address(Departure departure, String returnTo, boolean english) {
        var metadata = provider.find().metadata();
        return UriComponentsBuilder.fromUriString(Objects.requireNonNull(metadata.authorizationEndpoint()))
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{return}")
                .queryParam("scope", "{scope}")
                .queryParam("state", "{state}")
                .queryParam("nonce", "{nonce}")
                .queryParam("code_challenge", "{challenge}")
                .queryParam("code_challenge_method", "S256")
                .queryParam("ui_locales", english ? "en" : "vi")
                .encode()
                .buildAndExpand(Map.of(
                        "client", settings.clientId(),
                        "return", returnTo,
                        "scope", settings.scope(),
                        "state", departure.state(),
                        "nonce", departure.nonce(),
                        "challenge", departure.challenge()))
                .toUri();
    }

    /**
     * @param issuer who says it is answering (RFC 9207), empty when it does not say
     * @throws ProblemException {@code identity/provider-state} for an answer nobody here asked for, {@code identity/provider-refused},
     *     {@code identity/provider-claims}, {@code identity/provider-away}
     */
    public Arrival arrive(@Nullable Departure departure, String state, String code, String issuer, String returnTo) {
        if (departure == null || !departure.isAnsweredBy(state, clock.instant())) {
            throw Problem.of("identity/provider-state", 400).exception();
        }
        if (code.isEmpty() || !issuer.isEmpty() && !issuer.equals(settings.issuer())) {
            throw IdTokens.refused();
        }
        var found = provider.find();
        var token = redeem(found.metadata(), code, departure, returnTo);
        var claims = found.tokens().verify(token, departure.nonce());
        return new Arrival(settings.issuer(), claims.getSubject(), citizen(claims), token);
    }

    /** Where to send somebody who signed out here, so that they are signed out there too. */
    public Optional<URI> leave(String token, String returnTo) {
        return provider.endSession()
                .map(end -> UriComponentsBuilder.fromUriString(end)
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{return}")
                        .encode()
                        .buildAndExpand(Map.of("token", token, "client", settings.clientId(), "return", returnTo))
                        .toUri());
    }

    private String redeem(ProviderMetadata metadata, String code, Departure departure, String returnTo) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", returnTo);
        form.add("code_verifier", departure.verifier());
        if (settings.clientSecret().isEmpty()) {
            form.add("client_id", settings.clientId());
        }
        try {
            var answer = provider.http()
                    .post()
                    .uri(URI.create(Objects.requireNonNull(metadata.tokenEndpoint())))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .accept(MediaType.APPLICATION_JSON)
                    .headers(this::authenticate)
                    .body(form)
                    .retrieve()
                    .body(byte[].class);
            var token = json.readTree(Objects.requireNonNullElse(answer, new byte[0]))
                    .path("id_token")
                    .asString("");
            if (token.isEmpty()) {
                throw IdTokens.refused();
            }
            return token;
        } catch (HttpClientErrorException refused) {
            throw IdTokens.refused();
        } catch (RestClientException | JacksonException away) {
            throw Provider.away();
        }
    }

    /** Name and secret are encoded as a form would before they are joined (RFC 6749, section 2.3.1). */
    private void authenticate(HttpHeaders headers) {
        if (!settings.clientSecret().isEmpty()) {
            headers.setBasicAuth(
                    URLEncoder.encode(settings.clientId(), StandardCharsets.UTF_8),
                    URLEncoder.encode(settings.clientSecret(), StandardCharsets.UTF_8));
        }
    }

    private Citizen citizen(JWTClaimsSet claims) {
        try {
            var number = claims.getStringClaim(settings.numberClaim());
            var name = claims.getStringClaim("name");
            var born = claims.getStringClaim("birthdate");
            var sex = claims.getStringClaim("gender");
            if (number == null
                    || !NUMBER.matcher(number).matches()
                    || name == null
                    || name.isBlank()
                    || born == null
                    || !("female".equals(sex) || "male".equals(sex))) {
                throw incomplete();
            }
            return new Citizen(
                    number,
                    name.strip(),
                    LocalDate.parse(born),
                    sex,
                    claims.getStringClaim("phone_number"),
                    claims.getStringClaim("email"));
        } catch (ParseException | DateTimeParseException e) {
            throw incomplete();
        }
    }

    private static ProblemException incomplete() {
        return Problem.of("identity/provider-claims", 403).exception();
    }
}
