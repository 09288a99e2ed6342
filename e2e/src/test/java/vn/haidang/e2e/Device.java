package vn.haidang.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;

/** What a person holds or sits at. */
enum Device {
    PHONE(
            360,
            800,
            true,
            "Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36"),
    DESKTOP(
            1366,
            768,
            false,
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36");

    private final int width;
    private final int height;
    private final boolean mobile;
    private final String agent;

    Device(int width, int height, boolean mobile, String agent) {
        this.width = width;
        this.height = height;
        this.mobile = mobile;
        this.agent = agent;
    }

    int width() {
        return width;
    }

    /** A browser profile of its own: nobody is signed in, Vietnamese is preferred. */
    BrowserContext open(String address, boolean scripts) {
        return Chromium.BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setJavaScriptEnabled(scripts)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(width, height)
                .setIsMobile(mobile)
                .setHasTouch(mobile)
                .setUserAgent(agent));
    }
}
