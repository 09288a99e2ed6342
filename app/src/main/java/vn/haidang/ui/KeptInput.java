package vn.haidang.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was typed on a page that could not be sent because its session had ended, or because its files were too large: kept in the session
 * that follows, for the same address alone, until it is sent again. Nothing is done with it before that. A page that wants this carries the field {@link #MARK}; files are
 * not kept. Only for addresses nobody can guess, so that no other site can lay words out on them.
 */
public final class KeptInput {

    /** The hidden field of a page whose input is kept. */
    public static final String MARK = "_keep";

    private static final String PATH = "haidang.kept.path";
    private static final String INPUT = "haidang.kept.input";
    /** In characters, as they are written down. */
    public static final int LONGEST = 100_000;

    private KeptInput() {}

    /** Whether a page asks that its input is kept. What another site sent is never kept: it would begin a session here. */
    public static boolean wanted(HttpServletRequest request) {
        return ours(request) && request.getParameter(MARK) != null;
    }

    /** Whether something could be kept without beginning a session; the parameters are not asked for. */
    public static boolean possible(HttpServletRequest request) {
        return ours(request) && request.getSession(false) != null;
    }

    private static boolean ours(HttpServletRequest request) {
        return request.getMethod().equals("POST") && !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** Keeps what was sent; whether that was {@link #wanted} and is possible. */
    public static boolean keep(HttpServletRequest request) {
        return wanted(request)
                && keep(
                        request,
                        request.getParameterMap().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue()))));
    }

    /** Keeps what was sent, by parameter, where the request itself cannot be asked; whether that was asked for and is possible. */
    public static boolean keep(HttpServletRequest request, Map<String, List<String>> sent) {
        if (!ours(request) || !sent.containsKey(MARK)) {
            return false;
        }
        String input = sent.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("_"))
                .flatMap(each -> each.getValue().stream().map(value -> written(each.getKey()) + "=" + written(value)))
                .collect(Collectors.joining("&"));
        if (input.length() > LONGEST) {
            return false;
        }
        var session = request.getSession();
        session.setAttribute(PATH, request.getRequestURI());
        session.setAttribute(INPUT, input);
        return true;
    }

    /** What was kept for the address of this request, by parameter; empty where nothing was. */
    public static Map<String, String[]> of(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !request.getRequestURI().equals(session.getAttribute(PATH))
                || !(session.getAttribute(INPUT) instanceof String input)
                || input.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> kept = Stream.of(input.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> read(pair[0]), Collectors.mapping(pair -> read(pair[1]), Collectors.toList())));
        Map<String, String[]> parameters = new HashMap<>();
        kept.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    /** It was sent again. */
    public static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && request.getRequestURI().equals(session.getAttribute(PATH))) {
            session.removeAttribute(PATH);
            session.removeAttribute(INPUT);
        }
    }

    private static String written(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String read(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }
}
