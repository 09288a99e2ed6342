package vn.haidang.e2e;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A form whose file is far too large, streamed as zeros: nothing of it is ever held here. */
final class HugeUpload {

    private static final long TWO_GIGABYTES = 2L << 30;
    private static final String BOUNDARY = "----journey";

    private HugeUpload() {}

    /** What the server answered, status line and all, while the rest was still on its way. */
    static String send(URI address, String cookies) throws IOException {
        var part = ("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"birth-proof.files\"; filename=\"lon.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var head =
                "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: " + cookies
                        + "\r\nAccept: text/html\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary="
                        + BOUNDARY
                        + "\r\nContent-Length: " + (part.length + TWO_GIGABYTES) + "\r\n\r\n";
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(part);
            out.flush();
            CompletableFuture.runAsync(() -> {
                var zeros = new byte[1 << 16];
                try {
                    for (long sent = 0; sent < TWO_GIGABYTES; sent += zeros.length) {
                        out.write(zeros);
                    }
                } catch (IOException refused) {
                    // the server has heard enough
                }
            });
            return new String(socket.getInputStream().readNBytes(20_000), StandardCharsets.UTF_8);
        }
    }
}
