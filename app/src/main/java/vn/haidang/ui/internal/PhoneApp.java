package vn.haidang.ui.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/**
 * What makes a phone treat the pages as an app of its own: the manifest, and the worker that stays on the phone and answers without a
 * network. Neither knows a person; the worker keeps pages of a draft only when its owner asks for it.
 */
@Controller
class PhoneApp {

    private static final String OFFLINE = "/offline";
    private static final String WORKER = "worker.js";
    private static final String ICON = "icon-192.png";
    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json;charset=UTF-8");
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Assets assets;
    private final Wordings wordings;
    private final JsonMapper json;

    PhoneApp(Assets assets, Wordings wordings, JsonMapper json) {
        this.assets = assets;
        this.wordings = wordings;
        this.json = json;
    }

    /** By W3C Web Application Manifest, in the visitor's language. */
    @GetMapping("/manifest.webmanifest")
    @Requires(Access.PUBLIC)
    ResponseEntity<String> manifest(Locale locale) {
        var words = wordings.in(locale);
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("id", "/");
        manifest.put("name", words.say("ui.app.name", words.city()));
        manifest.put("short_name", words.say("ui.app.short-name"));
        manifest.put("description", words.say("ui.app.description"));
        manifest.put("lang", locale.getLanguage());
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("theme_color", "#0b2a4a");
        manifest.put("background_color", "#ffffff");
        manifest.put(
                "icons",
                List.of(
                        icon(ICON, "192x192", "any"),
                        icon("icon-512.png", "512x512", "any"),
                        icon("icon-maskable-512.png", "512x512", "maskable")));
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.noCache())
                .body(json.writeValueAsString(manifest));
    }

    /** A new build has a new list of files, so browsers see a new worker; nothing else of the visitor makes it another. */
    @GetMapping("/sw.js")
    @Requires(Access.PUBLIC)
    ResponseEntity<String> worker() throws IOException {
        String script = assets.path(WORKER);
        var shell = new Shell(
                script,
                new Spoken(OFFLINE, OFFLINE + "?" + LanguageChoice.PARAMETER + "=en"),
                assets.path(ICON),
                Stream.concat(Stream.of("haidang.css", "haidang.js", "phone.js", "upload.js"), Assets.FONTS.stream())
                        .map(assets::path)
                        .toList());
        String body = new ClassPathResource("static" + script).getContentAsString(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body("const shell = " + json.writeValueAsString(shell) + ";\n" + body);
    }

    @GetMapping(OFFLINE)
    @Requires(Access.PUBLIC)
    PageView offline() {
        return new PageView("ui/offline", new OfflinePage());
    }

    /** Written in the order of its parts, so that every node and every start of the program gives the same worker. */
    private record Shell(String version, Spoken offline, String icon, List<String> assets) {}

    private record Spoken(String vi, String en) {}

    private Map<String, String> icon(String name, String sizes, String purpose) {
        return Map.of("src", assets.path(name), "sizes", sizes, "type", "image/png", "purpose", purpose);
    }
}
