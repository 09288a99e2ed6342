package vn.haidang.document.internal.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/** A key in memory. Says nothing of itself where it is written out. */
record SoftwareKey(PrivateKey key, List<X509Certificate> chain) implements SigningKey {

    SoftwareKey {
        chain = List.copyOf(chain);
    }

    @Override
    public boolean trial() {
        return true;
    }

    @Override
    public String algorithm() {
        return Certificates.ALGORITHM;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(Certificates.ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningFailed("the key of " + chain.getFirst().getSerialNumber() + " cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "SoftwareKey[" + chain.getFirst().getSerialNumber() + "]";
    }
}
