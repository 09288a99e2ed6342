package vn.haidang.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Map;

/** One running city and one browser for all journeys of a run; starting them costs more than most journeys. */
final class City {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("HAIDANG_CHROMIUM", "/usr/bin/chromium"));

    static final Haidang HAIDANG = Haidang.start(Haidang.MONDAY_MORNING, Map.of());
    static final Browser BROWSER = launch();

    private City() {}

    private static Browser launch() {
        var playwright = Playwright.create();
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(java.util.List.of("--no-sandbox", "--disable-dev-shm-usage")));
        Runtime.getRuntime().addShutdownHook(new Thread(HAIDANG::close, "stop the city"));
        return browser;
    }
}
