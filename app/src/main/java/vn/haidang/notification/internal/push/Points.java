package vn.haidang.notification.internal.push;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;

/** Points of the curve P-256 as browsers write them: 4, then both coordinates of 32 bytes. */
final class Points {

    static final int LENGTH = 65;

    private static final int HALF = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final org.bouncycastle.jce.spec.ECNamedCurveParameterSpec CURVE =
            ECNamedCurveTable.getParameterSpec("secp256r1");

    private Points() {}

    static byte[] encode(PublicKey key) {
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] encoded = new byte[LENGTH];
        encoded[0] = UNCOMPRESSED;
        write(point.getAffineX(), encoded, 1);
        write(point.getAffineY(), encoded, 1 + HALF);
        return encoded;
    }

    /** @throws IllegalArgumentException when it is no point of the curve */
    static PublicKey decode(byte[] encoded) {
        if (encoded.length != LENGTH || encoded[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("not an uncompressed point of P-256");
        }
        var point = CURVE.getCurve().decodePoint(encoded);
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(
                            new ECPoint(
                                    point.getAffineXCoord().toBigInteger(),
                                    point.getAffineYCoord().toBigInteger()),
                            parameters()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a point of P-256", e);
        }
    }

    /** The point that belongs to a private number. */
    static ECPoint of(BigInteger number) {
        var point = CURVE.getG().multiply(number).normalize();
        return new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    }

    static BigInteger order() {
        return CURVE.getN();
    }

    private static ECParameterSpec parameters() {
        return new ECNamedCurveSpec(CURVE.getName(), CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
    }

    private static void write(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - HALF);
        Arrays.fill(into, at, at + HALF, (byte) 0);
        System.arraycopy(bytes, from, into, at + HALF - (bytes.length - from), bytes.length - from);
    }
}
