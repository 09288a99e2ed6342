package vn.haidang.identity.internal.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a provider says about itself (OpenID Connect Discovery 1.0, section 3), as far as we need it. */
record ProviderMetadata(
        @JsonProperty("issuer") @Nullable String issuer,

        @JsonProperty("authorization_endpoint") @Nullable String authorizationEndpoint,

        @JsonProperty("token_endpoint") @Nullable String tokenEndpoint,

        @JsonProperty("jwks_uri") @Nullable String jwksUri,

        @JsonProperty("end_session_endpoint") @Nullable String endSessionEndpoint) {

    boolean whole() {
        return authorizationEndpoint != null && tokenEndpoint != null && jwksUri != null;
    }
}
