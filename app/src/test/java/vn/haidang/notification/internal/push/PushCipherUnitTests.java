package vn.haidang.notification.internal.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, section 5. */
class PushCipherUnitTests {

    private static final String DEVICE =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String OURS =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String OUR_NUMBER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String SEALED =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    @Test
    void sealsTheExampleOfTheStandardAsTheStandardDoes() throws Exception {
        var point = (ECPublicKey) Points.decode(bytes(OURS));
        var number = KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes(OUR_NUMBER)), point.getParams()));
        byte[] notice = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8);

        byte[] sealed =
                PushCipher.encrypt(notice, DeviceKeys.read(DEVICE, SECRET), new KeyPair(point, number), bytes(SALT));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(SEALED);
    }

    @Test
    void findsThePointThatBelongsToANumber() {
        assertThat(Points.of(new BigInteger(1, bytes(OUR_NUMBER))))
                .isEqualTo(((ECPublicKey) Points.decode(bytes(OURS))).getW());
    }

    @Test
    void refusesKeysThatAreNone() {
        byte[] offTheCurve = bytes(DEVICE);
        offTheCurve[64] ^= 1;

        for (String key : new String[] {"", "AAAA", "!", Base64.getUrlEncoder().encodeToString(offTheCurve)}) {
            assertThatThrownBy(() -> DeviceKeys.read(key, SECRET)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> DeviceKeys.read(DEVICE, "AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
