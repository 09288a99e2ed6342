package vn.haidang.document.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.StartRefused;
import vn.haidang.organization.UnitId;

/** Keys at a signing service keep the contract of all places; the service may be away, forget, or lie. */
class RemoteKeysUnitTests implements SigningKeysContract {

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    private SigningService service;
    private RemoteKeys keys;

    @SuppressWarnings("NullAway.Init")
    RemoteKeysUnitTests() {}

    @BeforeEach
    void aService() throws Exception {
        service = new SigningService(now);
        service.hold("079123456789", PERSON.name(), "EC", false);
        service.hold(TokenKeys.label(UNIT), UNIT.name(), "RSA", false);
        keys = keys(SigningService.SECRET, SigningService.PIN);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Override
    public SigningKeys keys() {
        return keys;
    }

    @Override
    public <T> T within(Supplier<T> work) {
        return work.get();
    }

    @Test
    void bothSignADocumentThatAValidatorFindsRight() throws Exception {
        byte[] pdf = SignedPages.signing(keys, "", Clock.fixed(now, ZoneOffset.UTC))
                .sign(SignedPages.page(), PERSON, UNIT, "http://127.0.0.1/check/X")
                .orElseThrow()
                .pdf();

        assertThat(SignedPages.report(pdf).getSignatureIdList())
                .hasSize(2)
                .allSatisfy(each -> assertThat(SignedPages.intact(pdf, each)).isTrue());
        assertThat(Collections.frequency(service.asked, "oauth2/token")).isEqualTo(1);
        assertThat(Collections.frequency(service.asked, "signatures/signHash")).isEqualTo(2);
    }

    @Test
    void itNeverSignsWithinTheActThatGivesOut() {
        assertThat(keys.atOnce()).isFalse();
        assertThat(keys.of(PERSON).orElseThrow().trial()).isFalse();
    }

    @Test
    void whoHasNoKeyThereOrWouldBeAskedForACodeEachTimeHasNone() throws Exception {
        var other = new Signatory.Organisation(UnitId.ofKey("commune-11311-c"), "UBND");
        assertThat(keys.of(other)).isEmpty();

        service.hold(TokenKeys.label(other), other.name(), "EC", true);
        assertThat(keys.of(other)).isEmpty();
    }

    @Test
    void aTokenThatCountsNoMoreIsAskedForAnew() {
        assertThat(keys.of(PERSON)).isPresent();
        service.forgetTokens();

        assertThat(keys.of(UNIT)).isPresent();
        assertThat(Collections.frequency(service.asked, "oauth2/token")).isEqualTo(2);
    }

    @Test
    void aServiceThatIsSilentRefusesOrLiesSignsNothing() {
        SigningKey key = keys.of(PERSON).orElseThrow();
        byte[] message = {1, 2, 3};

        service.lies = true;
        assertThatThrownBy(() -> key.sign(message))
                .isInstanceOf(SigningFailed.class)
                .hasMessageContaining("something else");
        service.lies = false;
        assertThat(key.sign(message)).isNotEmpty();
        service.silent = true;
        assertThatThrownBy(() -> key.sign(message)).isInstanceOf(SigningFailed.class);
        assertThatThrownBy(() -> keys.of(UNIT)).isInstanceOf(SigningFailed.class);
        service.silent = false;
        assertThatThrownBy(() -> keys("wrong", SigningService.PIN).of(PERSON)).isInstanceOf(SigningFailed.class);
        assertThatThrownBy(() -> keys(SigningService.SECRET, "0")
                        .of(PERSON)
                        .orElseThrow()
                        .sign(message))
                .isInstanceOf(SigningFailed.class);
    }

    @Test
    void aDocumentWaitsWhileTheServiceIsSilent() throws Exception {
        service.silent = true;

        assertThat(SignedPages.signing(keys, "", Clock.fixed(now, ZoneOffset.UTC))
                        .sign(SignedPages.page(), PERSON, UNIT, "http://127.0.0.1/check/X"))
                .isEmpty();
    }

    @Test
    void aSettingThatCannotBeRightStopsTheStart(@TempDir Path folder) throws Exception {
        for (String wrong : List.of("", "sign.example", "http://sign.example/csc/v1", "ftp://sign.example", "a b")) {
            assertThatThrownBy(() -> Remote.check(wrong, "haidang"))
                    .as(wrong)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("HAIDANG_SIGNING_SERVICE");
        }
        assertThatThrownBy(() -> Remote.check("https://sign.example/csc/v1", ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HAIDANG_SIGNING_CLIENT");
        Remote.check("https://sign.example/csc/v1", "haidang");
        assertThatThrownBy(() -> Remote.users(folder.resolve("none").toString()))
                .isInstanceOf(StartRefused.class);
        Path users = Files.writeString(folder.resolve("users"), "unit-1=0200000000\nperson-2 = 079123456789\n");
        assertThat(Remote.users(users.toString()))
                .isEqualTo(Map.of("unit-1", "0200000000", "person-2", "079123456789"));
    }

    @Test
    void itsSecretsAreNotWrittenOut() {
        assertThat(new RemoteService.Client("https://sign.example", "haidang", "hidden", "hidden").toString()
                        + new Remote.RemoteSettings("https://sign.example", "haidang", "hidden", "hidden", ""))
                .doesNotContain("hidden");
    }

    private RemoteKeys keys(String secret, String pin) {
        return new RemoteKeys(
                new RemoteService(
                        new RemoteService.Client(service.address(), SigningService.CLIENT, secret, pin),
                        JsonMapper.builder().build(),
                        Clock.fixed(now, ZoneOffset.UTC)),
                Map.of(TokenKeys.label(PERSON), "079123456789"),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
