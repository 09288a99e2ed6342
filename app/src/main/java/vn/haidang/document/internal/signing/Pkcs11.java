package vn.haidang.document.internal.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.haidang.StartRefused;

/**
 * A token or a hardware security module through PKCS#11, by the provider of the Java platform: the maker's library
 * {@code HAIDANG_SIGNING_LIBRARY}, its slot {@code HAIDANG_SIGNING_SLOT} counted from zero, its PIN {@code HAIDANG_SIGNING_PIN}. A wrong
 * setting stops the start; a token that does not answer lets documents wait.
 */
@Configuration(proxyBeanMethods = false)
class Pkcs11 {

    static final String CODE = "pkcs11";

    private static final String PROVIDER = "SunPKCS11";

    @Bean
    SigningKeys documentPkcs11Keys(
            @Value("${haidang.signing.keys:software}") String chosen,
            @Value("${haidang.signing.library:}") String library,
            @Value("${haidang.signing.slot:0}") String slot,
            @Value("${haidang.signing.pin:}") String pin,
            Clock clock) {
        if (chosen.equals(CODE)) {
            check(library, slot);
        }
        return new TokenKeys(CODE, () -> open(library, slot, pin), pin, clock);
    }

    static void check(String library, String slot) {
        Path file = Path.of(library);
        if (!file.isAbsolute() || !Files.isReadable(file)) {
            throw new StartRefused(
                    "HAIDANG_SIGNING_LIBRARY=" + library + " is not the whole path of a library that can be read");
        }
        if (!slot.matches("[0-9]{1,4}")) {
            throw new StartRefused("HAIDANG_SIGNING_SLOT=" + slot + " is not a number");
        }
    }

    /** As the provider reads it: the two dashes say that the text is no file's name. */
    static String configuration(String library, String slot) {
        return "--name = haidang\nlibrary = \"" + library.replace("\\", "\\\\") + "\"\nslotListIndex = " + slot + "\n";
    }

    private static TokenKeys.Token open(String library, String slot, String pin)
            throws GeneralSecurityException, IOException {
        Provider platform = Security.getProvider(PROVIDER);
        if (platform == null) {
            throw new GeneralSecurityException("this Java platform has no " + PROVIDER);
        }
        Provider token = platform.configure(configuration(library, slot));
        KeyStore store = KeyStore.getInstance("PKCS11", token);
        store.load(null, pin.toCharArray());
        return new TokenKeys.Token(store, token);
    }
}
