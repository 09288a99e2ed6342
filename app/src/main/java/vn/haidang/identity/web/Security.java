package vn.haidang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import vn.haidang.identity.internal.Rates;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.ui.KeptInput;
import vn.haidang.ui.Problem;
import vn.haidang.ui.spi.AccessPolicy;

/**
 * Sessions, tokens against forged forms, and the doors that are no handlers. What a handler needs is declared at the handler and
 * judged by module {@code ui}; the answers' headers are set there too.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String OPERATE = "platform/operate";
    private static final String COOKIE = "haidang";
    /** Each begins a session and lays words down in it, and nobody is signed in yet. */
    private static final Rates.Limit KEEPING = new Rates.Limit("kept-input", 60, Duration.ofHours(1));

    /**
     * Programs pass through less: who sends, whether a browser meant it, and that nothing keeps the answer. They get no page, sign
     * nobody in or out, and what a handler needs is judged after these.
     */
    @Bean
    @Order(1)
    SecurityFilterChain programs(SessionAccounts accounts, CsrfTokenRepository tokens) {
        var unkept = new HeaderWriterFilter(List.of(new CacheControlHeadersWriter()));
        unkept.setShouldWriteHeadersEagerly(true);
        var meant = new CsrfFilter(tokens);
        meant.setRequireCsrfProtectionMatcher(
                request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !isByKey(request));
        meant.setAccessDeniedHandler((request, response, denied) -> {
            throw denied;
        });
        return new DefaultSecurityFilterChain(
                request -> KeyDoor.API.leadsTo(request.getRequestURI()),
                unkept,
                new SecurityContextHolderFilter(accounts),
                meant);
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            SessionAccounts accounts,
            CsrfTokenRepository tokens,
            AccessPolicy policy,
            SigningOut signingOut,
            Rates rates) {
        return http.securityContext(context -> context.securityContextRepository(accounts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(Security::isByKey))
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-out"))
                        .addLogoutHandler(signingOut)
                        .logoutSuccessHandler(signingOut))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((who, door) -> new AuthorizationDecision(policy.permits(door.getRequest(), OPERATE)))
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(failures -> failures.accessDeniedHandler((request, response, denied) -> {
                    if (denied instanceof CsrfException
                            && KeptInput.wanted(request)
                            && rates.take(KEEPING, request.getRemoteAddr())
                            && KeptInput.keep(request)) {
                        response.setStatus(HttpStatus.SEE_OTHER.value());
                        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
                        return;
                    }
                    throw denied instanceof CsrfException ? denied : refusal(policy, request);
                }))
                .build();
    }

    /** The time of a request is measured once, as a whole; not of each filter again. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A request with a key is the key's alone, and no other site can make a browser send one. */
    private static boolean isByKey(HttpServletRequest request) {
        return KeyRequests.presented(request)
                .filter(presented -> presented.door().leadsTo(request.getRequestURI()))
                .isPresent();
    }

    private static RuntimeException refusal(AccessPolicy policy, HttpServletRequest request) {
        return policy.signedIn(request)
                ? Problem.of("ui/not-allowed", 403).exception()
                : Problem.of("ui/sign-in-first", 401).exception();
    }

    /** At sign-in the session gets another id and its forms another token, so that nobody can have laid them out before. */
    @Bean
    SessionAuthenticationStrategy freshSession(CsrfTokenRepository tokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
    }

    /** Not readable by scripts, not sent by other sites' forms; over TLS only, where the request came by it. */
    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
