package vn.haidang.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;

/** One browser for all journeys of a run; each visit gets a profile of its own in it. */
final class Chromium {

    private static final Path PROGRAM = Path.of(System.getenv().getOrDefault("HAIDANG_CHROMIUM", "/usr/bin/chromium"));

    static final Browser BROWSER = Playwright.create()
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

    private Chromium() {}
}
