package vn.haidang.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of page is looked at on a phone and on a computer, in Vietnamese and in English. */
class LooksJourney {

    private static final int LONGEST_ON_A_PHONE = 4500;

    private static final List<String> PUBLIC = List.of(
            "/",
            "/services",
            "/services/1.001193",
            "/plan",
            "/plan/work-file-online",
            "/units",
            "/units/commune-11311-c",
            "/journal",
            "/lookup",
            "/sign-in");

    @ParameterizedTest
    @EnumSource(Device.class)
    void anyoneReadsThePublicPagesInBothLanguages(Device device) {
        try (var visit = Visit.on(device)) {
            look(visit, "public", PUBLIC);
            figure(visit, "figure-visitor");
            visit.open("/");
            visit.press("[data-language]");
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
            look(visit, "public-english", PUBLIC);
            figure(visit, "figure-visitor-english");
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void aResidentReadsTheirPagesInBothLanguages(Device device) {
        try (var visit = Visit.on(device).signIn("lan")) {
            var pages = List.of("/my", "/my/applications", "/my/notifications", "/apply/1.001193");
            look(visit, "resident", pages);
            firstApplication(visit, "resident");
            visit.open("/my");
            visit.press("[data-language]");
            look(visit, "resident-english", pages);
            firstApplication(visit, "resident-english");
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void anOfficialReadsTheDeskInBothLanguages(Device device) {
        try (var visit = Visit.on(device).signIn(Official.ONE_STOP)) {
            var pages = List.of("/desk", "/desk?filter=late", "/desk?q=khong-co-gi", "/my/notifications");
            look(visit, "desk", pages);
            firstCase(visit, "desk-case");
            visit.press("[data-language]");
            look(visit, "desk-english", pages);
            firstCase(visit, "desk-case-english");
        }
    }

    /** From the page they come in by, along every link, one page of each kind: what no link leads to, nobody finds. */
    @ParameterizedTest
    @EnumSource(Device.class)
    void everyPageOfTheAdministrationIsReachedByItsLinks(Device device) {
        try (var visit = Visit.on(device).signIn("quan-tri")) {
            assertThat(visit.page()).hasURL(Pattern.compile(".*/admin/officials"));
            speak(visit, device);
            var seen = new Stroll(visit, "administration").from("/admin/officials", "/my");
            services(visit);
            org.assertj.core.api.Assertions.assertThat(seen)
                    .contains(
                            "/admin/officials/*",
                            "/admin/officials/new",
                            "/admin/officials/import",
                            "/admin/posts",
                            "/admin/roles/*",
                            "/admin/roles/new",
                            "/admin/roles/import",
                            "/admin/substitutes",
                            "/admin/substitutes/new",
                            "/admin/substitutes/import",
                            "/admin/units/new",
                            "/admin/units/reorganise",
                            "/admin/units/import",
                            "/admin/units/weights",
                            "/admin/services/*",
                            "/admin/units/boundaries",
                            "/admin/procedures/*",
                            "/admin/procedures/import",
                            "/admin/forms/*",
                            "/admin/forms/import",
                            "/admin/calendar/day",
                            "/admin/calendar/import",
                            "/admin/office-hours",
                            "/admin/documents/*",
                            "/admin/placement",
                            "/admin/targets/edit",
                            "/admin/targets/import",
                            "/admin/imports",
                            "/admin/keys",
                            "/desk/stranded",
                            "/my/security",
                            "/my/keys",
                            "/sign-in/second/new");
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void everyPageOfTheDeskIsReachedByItsLinks(Device device) {
        try (var visit = Visit.on(device).signIn(Official.HEAD)) {
            speak(visit, device);
            var seen = new Stroll(visit, "head").from("/desk?scope=unit&panel=open", "/desk");
            org.assertj.core.api.Assertions.assertThat(seen)
                    .contains(
                            "/desk/cases/*",
                            "/desk/work/new",
                            "/desk/workload",
                            "/desk/registers",
                            "/desk/signatures",
                            "/desk/substitutes",
                            "/desk/stranded",
                            "/desk/shortcuts",
                            "/my/authorisations",
                            "/figures/*/series",
                            "/figures/*/table",
                            "/figures/*/map",
                            "/figures/*/ranking",
                            "/procedures/*");
        }
    }

    /** A phone is read in Vietnamese, a computer in English: each page in both, each size of each page once. */
    private static void speak(Visit visit, Device device) {
        if (device == Device.DESKTOP) {
            visit.press("[data-language]");
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
        }
    }

    /** Leaders read these on a phone at seven in the morning: the answer first, and the end of the page within reach of a thumb. */
    @Test
    void pagesOfFiguresAreAFewScreensLongOnAPhone() {
        try (var visit = Visit.on(Device.PHONE)) {
            fewScreens(
                    visit,
                    "/",
                    "/plan",
                    "/plan/online-service-full",
                    "/plan/digital-economy-share",
                    "/units",
                    "/figures",
                    "/figures/publicservice/dossiers",
                    "/figures/casework/on-time/series",
                    "/figures/casework/on-time/map",
                    "/figures/casework/on-time/ranking",
                    "/score/766");
        }
        try (var visit = Visit.on(Device.PHONE).signIn(Official.HEAD)) {
            fewScreens(visit, "/figures/publicservice/dossiers");
        }
        try (var visit = Visit.on(Device.PHONE).signIn("quan-tri")) {
            fewScreens(visit, "/admin/indicators");
        }
    }

    private static void fewScreens(Visit visit, String... paths) {
        for (String path : paths) {
            visit.open(path);
            org.assertj.core.api.Assertions.assertThat(
                            (Integer) visit.page().evaluate("document.documentElement.scrollHeight"))
                    .as(path)
                    .isLessThanOrEqualTo(LONGEST_ON_A_PHONE);
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void aWrongAddressIsExplained(Device device) {
        try (var visit = Visit.on(device)) {
            for (String path : List.of("/no-such-page", "/services/9.999999", "/plan/no-such", "/units/no-such")) {
                visit.page().navigate(path);
                visit.forgiveRefusals();
                assertThat(visit.page().locator("h1")).hasCount(1);
                visit.look("problem-" + path.replaceAll("[^a-z]+", "-"));
            }
        }
    }

    private static void look(Visit visit, String name, List<String> paths) {
        for (String path : paths) {
            visit.open(path);
            assertThat(visit.page().locator("h1")).hasCount(1);
            visit.look(name + path.replaceAll("[^A-Za-z0-9]+", "-"));
        }
    }

    /** One with all its mandatory parts, one that lacks some, and one that is done elsewhere; the others differ in words only. */
    private static void services(Visit visit) {
        service(visit, "whole", "/admin/services", "tr:has(.hd-tag--green)");
        service(visit, "lacking", "/admin/services", "tr:not(:has(.hd-tag--green))");
        service(visit, "elsewhere", "/admin/services?q=1.003583", "tr");
    }

    private static void service(Visit visit, String name, String list, String row) {
        visit.open(list);
        visit.press("main tbody " + row + " th a");
        assertThat(visit.page().locator("h1")).hasCount(1);
        visit.look("administration-service-" + name);
    }

    private static void figure(Visit visit, String name) {
        visit.open(PlanTile.commune(visit).records());
        visit.look(name);
    }

    private static void firstApplication(Visit visit, String name) {
        visit.open("/my/applications");
        visit.press("main a[href^='/my/applications/']");
        visit.look(name + "-application");
        visit.press("a[href$='/receipt']");
        visit.look(name + "-receipt");
    }

    private static void firstCase(Visit visit, String name) {
        visit.open("/desk");
        visit.press(".hd-table a[href^='/desk/cases/']");
        visit.look(name);
    }
}
