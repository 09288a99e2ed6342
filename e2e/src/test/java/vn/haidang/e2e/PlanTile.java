package vn.haidang.e2e;

import java.util.regex.Pattern;

/** One figure on the plan page: how much of how many, and where it opens. */
record PlanTile(long numerator, long denominator, String records) {

    private static final Pattern OF = Pattern.compile("^\\s*([\\d.]+)\\D+([\\d.]+)\\s*$");

    /** The figure whose records lie at an address with this in it. */
    static PlanTile read(Visit visit, String addressPart) {
        visit.open("/plan");
        var link = visit.page().locator("a[href*='" + addressPart + "']").first();
        var matcher = OF.matcher(link.innerText());
        if (!matcher.find()) {
            throw new AssertionError("no figure in: " + link.innerText());
        }
        return new PlanTile(number(matcher.group(1)), number(matcher.group(2)), link.getAttribute("href"));
    }

    static PlanTile commune(Visit visit) {
        return read(visit, "tier=COMMUNE");
    }

    static PlanTile devices(Visit visit) {
        return read(visit, "/publicservice/multi-device");
    }

    private static long number(String written) {
        return Long.parseLong(written.replace(".", ""));
    }
}
