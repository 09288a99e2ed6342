package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody of the city with a phone or a computer, from the front page to the result. */
final class Resident {

    static final String BIRTH = "1.001193";

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("child.full-name", "Trần Minh An"),
            Map.entry("child.sex", "female"),
            Map.entry("child.birth-date", "27 2 2026"),
            Map.entry("child.birth-place-kind", "facility"),
            Map.entry("child.birth-facility", "Bệnh viện Phụ sản Hải Phòng"),
            Map.entry("child.birth-place", "phường Gia Viên, thành phố Hải Phòng"),
            Map.entry("child.ethnicity", "Kinh"),
            Map.entry("child.nationality", "vietnam"),
            Map.entry("child.home-town", "xã An Hòa, thành phố Hải Phòng"),
            Map.entry("mother.full-name", "Nguyễn Thị Lan"),
            Map.entry("mother.birth-date", "1 1 1994"),
            Map.entry("mother.residence", "Số 12 Điện Biên Phủ"),
            Map.entry("parents.marriage", "married"),
            Map.entry("father.full-name", "Trần Văn Minh"),
            Map.entry("father.birth-date", "1 1 1992"),
            Map.entry("father.residence", "Số 12 Điện Biên Phủ"),
            Map.entry("declarant.relation", "mother"),
            Map.entry("declarant.phone", "0901234567"),
            Map.entry("birth-proof.kind", "notification"),
            Map.entry("delivery.way", "electronic"),
            Map.entry("declaration", "yes"),
            Map.entry("record.kind", "birth"),
            Map.entry("subject.self", "yes"),
            Map.entry("registration.place", "phường Gia Viên, thành phố Hải Phòng"),
            Map.entry("copies.number", "2"),
            Map.entry("plot.sheet.1", "12"),
            Map.entry("plot.number.1", "34"),
            Map.entry("plot.area.1", "500"),
            Map.entry("plot.field-name.1", "đồng Cầu Đá, thôn 3"),
            Map.entry("right.whose", "own"),
            Map.entry("change.to", "annual"),
            Map.entry("change.what", "ngô"),
            Map.entry("change.area", "300"),
            Map.entry("start.date", "1 6 2026"),
            Map.entry("start.seasons", "season"),
            Map.entry("promise.rice", "yes"));

    /** One of each kind: words, a choice, a date, what is known already, a file, a promise. */
    private static final Set<String> QUESTIONS_TO_SEE =
            Set.of("child-name", "child-sex", "child-birth-date", "mother", "birth-proof", "declaration");

    private static final List<String> DATE = List.of("day", "month", "year");

    private final Visit visit;
    private final Page page;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private String pictures = "";

    Resident(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    /** What everybody here answers to a field, be it a part of a date; empty for what they leave alone. */
    static String answer(String field) {
        int part = DATE.indexOf(field.substring(field.lastIndexOf('-') + 1));
        return part < 0
                ? ANSWERS.getOrDefault(field, "")
                : ANSWERS.getOrDefault(field.substring(0, field.lastIndexOf('-')), "  ")
                        .split(" ", DATE.size())[part];
    }

    /** Looks hard at every page on the way and keeps a picture of it. */
    Resident lookingAtEverything(String name) {
        pictures = name;
        return this;
    }

    /** From the front page to the service, by words typed into the search. */
    Resident find(String words, String service) {
        visit.open("/");
        page.locator("input[name=q]").first().fill(words);
        page.locator("input[name=q]").first().press("Enter");
        page.waitForURL("**/services?**");
        look("search");
        visit.press("a[href='/services/" + service + "']");
        look("service");
        return this;
    }

    /** From the service's page, through signing in, to the first question. */
    Resident begin(String username, String service) {
        if (!page.url().endsWith("/services/" + service)) {
            visit.open("/services/" + service);
        }
        visit.press("a[href='/apply/" + service + "']");
        if (page.url().contains("/sign-in")) {
            look("sign-in");
            visit.signIn(username);
        }
        look("start");
        visit.press("form[action='/apply/" + service + "'] button");
        return this;
    }

    /** Answers page after page, leaving alone what is filled in already, until everything can be checked. */
    Resident answer(Paper paper) {
        for (int pages = 0; !page.url().endsWith("/check"); pages++) {
            assertThat(pages).as("pages of questions, at " + page.url()).isLessThan(40);
            assertThat(page.locator(".govuk-error-summary").count())
                    .as("refused at " + page.url())
                    .isZero();
            asked.add(last());
            fill(paper);
            if (QUESTIONS_TO_SEE.contains(last())) {
                look("question-" + last());
            }
            visit.press(
                    "form[enctype] > .govuk-button, form[enctype] > * > .govuk-button:not(.govuk-button--secondary)");
        }
        look("check");
        return this;
    }

    /** Names of the fields that were filled in and marked with their source. */
    Set<String> known() {
        return known;
    }

    /** Names of the pages that asked something. */
    Set<String> asked() {
        return asked;
    }

    Receipt handIn() {
        visit.press("form[action$='/submit'] button");
        assertThat(page.url()).endsWith("/receipt");
        look("receipt");
        return Receipt.read(page);
    }

    /** The whole way for a service, from its start to its receipt. */
    Receipt apply(String service, Paper paper) {
        visit.open("/apply/" + service);
        visit.press("form[action='/apply/" + service + "'] button");
        return answer(paper).handIn();
    }

    /** Opens the application, as the link of a notification does. */
    void open(Receipt receipt) {
        visit.open(receipt.application());
        look("application");
    }

    void supplement(Receipt receipt, String note, Paper paper) {
        open(receipt);
        visit.press("a[href$='/supplement']");
        look("supplement");
        page.locator("[name=note]").fill(note);
        page.locator("input[type=file]").first().setInputFiles(paper.payload());
        visit.press("form[action$='/supplement'] button[type=submit]");
        assertThat(page.url()).doesNotContain("/supplement");
        look("supplemented");
    }

    /** The first bytes and the size of the result. */
    byte[] download(Receipt receipt) {
        visit.open(receipt.application());
        look("result");
        var download =
                page.waitForDownload(() -> page.locator("a[href$='/result']").click());
        try {
            Path file = download.path();
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void rate(int stars, String comment) {
        page.locator("input[name=stars][value='" + stars + "']").check();
        page.locator("[name=comment]").fill(comment);
        visit.press("form[action$='/rating'] button");
        look("rated");
    }

    void look(String name) {
        if (!pictures.isEmpty()) {
            visit.look(pictures + "-" + name);
        }
    }

    private void fill(Paper paper) {
        for (Locator mark : page.locator(".hd-known").all()) {
            known.add(mark.getAttribute("id").replaceFirst("-known$", ""));
        }
        for (String field : fields()) {
            var value = answer(field);
            if (!value.isEmpty()) {
                put(field, value);
            }
        }
        if (here("input[type=file]") && !here(".hd-files__file") && !page.url().endsWith("/other-papers")) {
            page.locator("input[type=file]").setInputFiles(paper.payload());
        }
    }

    /** What this page asks, each field once. */
    @SuppressWarnings("unchecked")
    private Set<String> fields() {
        return new LinkedHashSet<>((List<String>) page.locator("main form[enctype] [name]")
                .evaluateAll("all => all.filter(each => each.type != 'hidden').map(each => each.name)"));
    }

    private void put(String field, String value) {
        var box = page.locator("[name='" + field + "']");
        var kind = String.valueOf(box.first().evaluate("each => each.type"));
        switch (kind) {
            case "radio" ->
                page.locator("[name='" + field + "'][value='" + value + "']").check();
            case "checkbox" -> box.check();
            case "select-one" -> box.selectOption(value);
            case "file" -> {}
            default -> type(field, value);
        }
    }

    private void type(String name, String value) {
        var box = page.locator("[name='" + name + "']");
        if (box.inputValue().isEmpty()) {
            box.fill(value);
        }
    }

    private String last() {
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private boolean here(String selector) {
        return page.locator(selector).count() > 0;
    }
}
