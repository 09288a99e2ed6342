package vn.haidang.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Prints what pages cost on slow 4G: bytes, requests and the largest contentful paint, on the first visit and the next. No
 * journey, so it runs only when named: {@code -Dtest=PageBudgets}. It asserts nothing; times depend on the machine.
 */
class PageBudgets {

    /** The usual slow 4G of web measurements: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
    private static final double DOWN = 1_600_000 / 8.0;

    private static final double UP = 750_000 / 8.0;
    private static final int LATENCY_MS = 150;
    private static final int SLOWER_PHONE = 4;

    /** Each in a browser that has seen nothing; the median is told, with all of them beside it. */
    private static final int VISITS = 5;

    private static final String PAINT = """
            () => new Promise(tell => {
              new PerformanceObserver(list => {
                const last = list.getEntries().at(-1);
                const what = last.element ? last.element.tagName + "." + last.element.className : "";
                tell([last.startTime, what + " " + last.url]);
              })
                .observe({type: 'largest-contentful-paint', buffered: true});
              setTimeout(() => tell([-1, ""]), 2000);
            })""";

    record Cost(long bytes, int requests, double paintMs, String painted) {}

    @Test
    void printsWhatPagesCost() {
        System.out.printf(
                "%-22s %-8s %12s %10s %12s %10s%n", "page", "device", "first KB", "requests", "next KB", "LCP ms");
        String question;
        try (var visit = Visit.on(Device.PHONE).signIn("lan")) {
            visit.open("/apply/" + Resident.BIRTH);
            visit.press("form[action='/apply/" + Resident.BIRTH + "'] button");
            question = URI.create(visit.page().url()).getPath();
        }
        measure("front page", Device.PHONE, "", "/");
        measure("service", Device.PHONE, "", "/services/" + Resident.BIRTH);
        measure("question", Device.PHONE, "lan", question);
        measure("desk list", Device.DESKTOP, Official.ONE_STOP, "/desk");
        measure("plan", Device.DESKTOP, "", "/plan");
        measure("plan", Device.PHONE, "", "/plan");
    }

    private static void measure(String name, Device device, String username, String path) {
        var paints = new ArrayList<Double>();
        for (var visit = 0; visit < VISITS; visit++) {
            try (var signedIn = Visit.on(device)) {
                var context = signedIn.page().context();
                if (!username.isEmpty()) {
                    signedIn.signIn(username);
                }
                var first = load(context, device, path, true);
                var next = load(context, device, path, false);
                paints.add(first.paintMs());
                if (visit == VISITS - 1) {
                    paints.sort(null);
                    System.out.printf(
                            Locale.ROOT,
                            "%-22s %-8s %12.1f %10d %12.1f %10.0f  %s %s%n",
                            name,
                            device,
                            first.bytes() / 1000.0,
                            first.requests(),
                            next.bytes() / 1000.0,
                            paints.get(VISITS / 2),
                            first.painted(),
                            paints);
                }
            }
        }
    }

    static Cost load(BrowserContext context, Device device, String path, boolean first) {
        var page = context.newPage();
        var wire = context.newCDPSession(page);
        var bytes = new AtomicLong();
        var requests = new AtomicInteger();
        wire.send("Network.enable");
        if (first) {
            wire.send("Network.clearBrowserCache");
        }
        wire.send("Network.emulateNetworkConditions", conditions());
        if (device == Device.PHONE) {
            var slow = new JsonObject();
            slow.addProperty("rate", SLOWER_PHONE);
            wire.send("Emulation.setCPUThrottlingRate", slow);
        }
        wire.on("Network.requestWillBeSent", event -> requests.incrementAndGet());
        wire.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet((long) event.get("encodedDataLength").getAsDouble()));
        page.navigate(path);
        var paint = (java.util.List<?>) page.evaluate(PAINT);
        page.waitForTimeout(500);
        page.close();
        return new Cost(
                bytes.get(), requests.get(), ((Number) paint.get(0)).doubleValue(), String.valueOf(paint.get(1)));
    }

    private static JsonObject conditions() {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY_MS);
        conditions.addProperty("downloadThroughput", DOWN);
        conditions.addProperty("uploadThroughput", UP);
        return conditions;
    }
}
