package vn.haidang.notification.internal.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Hands encrypted notices to the service of a browser. Follows no redirection. */
@Component
class PushService {

    /** What became of a notice: taken, the address is gone for good, or it may be tried again. */
    enum Outcome {
        TAKEN,
        GONE,
        LATER
    }

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration KEPT_THERE = Duration.ofDays(2);

    /** All notices say the same: of those that wait for a phone that is off, its service keeps the last one (RFC 8030, 5.4). */
    private static final String TOPIC = "news";

    private final InstallationKey key;
    private final PushTargets targets;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PushService(InstallationKey key, PushTargets targets) {
        this.key = key;
        this.targets = targets;
    }

    Outcome send(byte[] notice, Device device) {
        URI endpoint = device.endpoint();
        if (!targets.permits(endpoint)) {
            return Outcome.LATER;
        }
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(ANSWER)
                .header("Authorization", key.authorization(endpoint))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", String.valueOf(KEPT_THERE.toSeconds()))
                .header("Urgency", "normal")
                .header("Topic", TOPIC)
                .POST(BodyPublishers.ofByteArray(
                        PushCipher.encrypt(notice, DeviceKeys.read(device.key(), device.secret()))))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return switch (status) {
                case 200, 201, 202, 204 -> Outcome.TAKEN;
                case 404, 410 -> Outcome.GONE;
                default -> Outcome.LATER;
            };
        } catch (IOException e) {
            return Outcome.LATER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.LATER;
        }
    }
}
