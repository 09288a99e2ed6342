package vn.haidang.document.internal.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.haidang.OpenNetwork;

/**
 * What authorities publish, from the addresses that certificates name, which anybody can have written: fetched from the open network only,
 * but for the hosts {@code named} with their port; no files, no redirections, nothing endless. Lists are remembered for a while, answers
 * about one certificate are not.
 */
@SuppressWarnings("serial")
final class AuthorityPages implements DataLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final long MOST_REMEMBERED = 3L * LARGEST;
    private static final int LONGEST = 1000;
    private static final int CLEAR = 80;
    private static final int TLS = 443;
    private static final int FOUND = 200;

    /** Not before somebody is asked. */
    private static final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private final Set<String> named;
    private final Cache<String, byte[]> lists = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(MOST_REMEMBERED)
            .weigher((String address, byte[] list) -> list.length)
            .build();

    AuthorityPages(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    @Override
    public byte[] get(String address) {
        byte[] known = lists.getIfPresent(address);
        if (known != null) {
            return known;
        }
        byte[] list = answer(HttpRequest.newBuilder(permitted(address)));
        lists.put(address, list);
        return list;
    }

    @Override
    public DataAndUrl get(List<String> addresses) {
        var failure = new DSSExternalResourceException("no address to ask");
        for (String address : addresses) {
            try {
                return new DataAndUrl(address, get(address));
            } catch (DSSExternalResourceException silent) {
                failure = silent;
            }
        }
        throw failure;
    }

    /** Only questions about one certificate (RFC 6960) are sent. */
    @Override
    public byte[] post(String address, byte[] question) {
        return answer(HttpRequest.newBuilder(permitted(address))
                .header("Content-Type", "application/ocsp-request")
                .POST(BodyPublishers.ofByteArray(question)));
    }

    @Override
    public void setContentType(String contentType) {
        throw new UnsupportedOperationException(contentType);
    }

    private static byte[] answer(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(PATIENCE).build();
        try {
            HttpResponse<byte[]> answer =
                    Http.CLIENT.send(asked, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            if (answer.statusCode() != FOUND) {
                throw new DSSExternalResourceException(asked.uri() + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException silent) {
            throw new DSSExternalResourceException(asked.uri() + " does not answer", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DSSExternalResourceException(asked.uri() + " was not waited for", stopped);
        }
    }

    private URI permitted(String address) {
        try {
            URI target = URI.create(address.strip());
            if (permits(target)) {
                return target;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new DSSExternalResourceException("a certificate names no address", noAddress);
        }
        throw new DSSExternalResourceException(address + " is not on the open network; nobody is asked there");
    }

    /** Asked again before every call, for names change where they lead. */
    boolean permits(URI target) {
        String host = target.getHost();
        boolean clear = "http".equalsIgnoreCase(target.getScheme());
        if (host == null
                || target.getUserInfo() != null
                || target.toString().length() > LONGEST
                || !clear && !"https".equalsIgnoreCase(target.getScheme())) {
            return false;
        }
        int usual = clear ? CLEAR : TLS;
        int port = target.getPort() == -1 ? usual : target.getPort();
        return named.contains(host + ":" + port) || port == usual && OpenNetwork.leadsThere(host);
    }
}
