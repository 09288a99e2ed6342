package vn.haidang.ui;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Says in the words of our components what a drawn page shows: {@code assertThatPage(result).hasHeading("…")}. */
public final class GovukPage extends AbstractAssert<GovukPage, Document> {

    private static final Pattern MISSING_MESSAGE = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

    private GovukPage(Document document) {
        super(document, GovukPage.class);
    }

    public static GovukPage assertThatPage(MvcTestResult result) {
        return assertThatPage(result.getMvcResult());
    }

    public static GovukPage assertThatPage(MvcResult result) {
        try {
            return assertThatPage(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page, once it holds what every page must: its language, a title, one main heading, no repeated id, every word known. */
    public static GovukPage assertThatPage(String html) {
        var page = new GovukPage(Jsoup.parse(html));
        return page.hasLanguageAndTitle()
                .hasOneMainHeading()
                .hasNoDuplicateIds()
                .hasNoMissingMessage()
                .hasNothingInline()
                .hasLabelledFields();
    }

    public Document document() {
        return actual;
    }

    public GovukPage hasHeading(String text) {
        var heading = actual.selectFirst("h1");
        if (heading == null || !heading.text().equals(text)) {
            failWithMessage("expected heading <%s> but was <%s>", text, heading == null ? "none" : heading.text());
        }
        return this;
    }

    public GovukPage hasTitleStarting(String text) {
        if (!actual.title().startsWith(text)) {
            failWithMessage("expected title to start with <%s> but was <%s>", text, actual.title());
        }
        return this;
    }

    public GovukPage isVietnamese() {
        return hasLanguage("vi");
    }

    public GovukPage isEnglish() {
        return hasLanguage("en");
    }

    public GovukPage contains(String text) {
        if (!actual.text().contains(text)) {
            failWithMessage("expected the page to contain <%s> but it reads%n%s", text, actual.text());
        }
        return this;
    }

    public GovukPage doesNotContain(String text) {
        if (actual.text().contains(text)) {
            failWithMessage("expected the page not to contain <%s>", text);
        }
        return this;
    }

    public GovukPage has(String selector) {
        if (actual.select(selector).isEmpty()) {
            failWithMessage("expected an element <%s>", selector);
        }
        return this;
    }

    public GovukPage hasNo(String selector) {
        if (!actual.select(selector).isEmpty()) {
            failWithMessage("expected no element <%s> but found%n%s", selector, actual.select(selector));
        }
        return this;
    }

    public GovukPage hasLink(String text, String path) {
        var found = actual.select("a").stream()
                .anyMatch(link -> link.text().equals(text) && link.attr("href").equals(path));
        if (!found) {
            failWithMessage("expected a link <%s> to <%s> among %s", text, path, links());
        }
        return this;
    }

    /** An error summary naming these fields, in this order, each leading to an element that exists and carries the error too. */
    public GovukPage hasErrorSummary(String... fields) {
        var targets = actual.select(".govuk-error-summary__list a").stream()
                .map(link -> link.attr("href").substring(1))
                .toList();
        if (!targets.equals(List.of(fields))) {
            failWithMessage("expected an error summary for %s but was %s", List.of(fields), targets);
        }
        for (var field : fields) {
            if (actual.getElementById(field) == null) {
                failWithMessage("the error summary leads to <%s>, which is not on the page", field);
            }
        }
        return this;
    }

    public GovukPage hasNoErrorSummary() {
        return hasNo(".govuk-error-summary");
    }

    public GovukPage hasField(String name, String value) {
        var field = actual.selectFirst("[name=" + name + "]");
        if (field == null || !field.val().equals(value)) {
            failWithMessage("expected field <%s> with <%s> but was <%s>", name, value, field);
        }
        return this;
    }

    public GovukPage hasSummaryRow(String label, String value) {
        var found = actual.select(".govuk-summary-list__row").stream()
                .anyMatch(row -> text(row, ".govuk-summary-list__key").equals(label)
                        && text(row, ".govuk-summary-list__value").equals(value));
        if (!found) {
            failWithMessage(
                    "expected a row <%s>: <%s> among %s",
                    label, value, actual.select(".govuk-summary-list__row").eachText());
        }
        return this;
    }

    public GovukPage hasTag(String text) {
        if (!actual.select(".govuk-tag").eachText().contains(text)) {
            failWithMessage(
                    "expected a tag <%s> among %s",
                    text, actual.select(".govuk-tag").eachText());
        }
        return this;
    }

    private GovukPage hasLanguage(String language) {
        var html = actual.selectFirst("html");
        if (html == null || !html.attr("lang").equals(language)) {
            failWithMessage("expected language <%s>", language);
        }
        return this;
    }

    private GovukPage hasLanguageAndTitle() {
        if (actual.select("html[lang]").isEmpty() || actual.title().isBlank()) {
            failWithMessage("expected a language and a title");
        }
        return this;
    }

    private GovukPage hasOneMainHeading() {
        var headings = actual.select("h1");
        if (headings.size() != 1 || headings.text().isBlank()) {
            failWithMessage("expected one main heading but found %s", headings.eachText());
        }
        return this;
    }

    public GovukPage hasNoDuplicateIds() {
        var seen = new HashSet<String>();
        for (var element : actual.select("[id]")) {
            if (!seen.add(element.id())) {
                failWithMessage("id <%s> stands more than once", element.id());
            }
        }
        return this;
    }

    private GovukPage hasNoMissingMessage() {
        var missing = MISSING_MESSAGE.matcher(actual.outerHtml());
        if (missing.find()) {
            failWithMessage("no text for %s", missing.group());
        }
        return this;
    }

    /** The content policy would refuse it. */
    private GovukPage hasNothingInline() {
        return hasNo("style, [style], script:not([src]), [onclick], [onchange], [onsubmit], [href^=javascript]");
    }

    private GovukPage hasLabelledFields() {
        for (var field : actual.select("input:not([type=hidden]), select, textarea")) {
            if (actual.select("label[for=" + field.id() + "]").isEmpty() && !field.hasAttr("aria-label")) {
                failWithMessage("field <%s> has no label", field.attr("name"));
            }
        }
        return this;
    }

    private List<String> links() {
        return actual.select("a").stream()
                .map(link -> link.text() + " → " + link.attr("href"))
                .toList();
    }

    private static String text(Element row, String selector) {
        var found = row.selectFirst(selector);
        return found == null ? "" : found.text();
    }
}
