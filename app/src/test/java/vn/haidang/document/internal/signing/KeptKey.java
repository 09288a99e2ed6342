package vn.haidang.document.internal.signing;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.UUID;
import vn.haidang.Home;

/** Whether the keys of an installation can still be used: its database and its home together, as after a restore. */
public final class KeptKey {

    private KeptKey() {}

    /** How many keys there are; each was opened, signed with, and proved right by its certificate. Ends the connection. */
    public static int usable(Connection connection, Home home) throws Exception {
        byte[] message = {7, 7, 7};
        var box = new KeyBox(home);
        int usable = 0;
        try (connection;
                var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select id, certificate, sealed_key from document.signing_key")) {
            while (row.next()) {
                byte[] plain = box.open(row.getBytes("sealed_key"), row.getObject("id", UUID.class));
                var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(plain));
                var signature = Signature.getInstance(Certificates.ALGORITHM);
                signature.initSign(key);
                signature.update(message);
                byte[] signed = signature.sign();
                signature.initVerify(
                        Certificates.read(row.getBytes("certificate")).getPublicKey());
                signature.update(message);
                if (!signature.verify(signed)) {
                    throw new AssertionError("a key does not belong to its certificate");
                }
                usable++;
            }
        }
        return usable;
    }
}
