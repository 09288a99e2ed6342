package vn.haidang.ui.internal;

import gg.jte.Content;
import jakarta.servlet.RequestDispatcher;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.MenuItem;
import vn.haidang.ui.Screen;
import vn.haidang.ui.spi.MenuEntry;

/** The screen of one request. */
final class RequestScreen implements Screen {

    private final Wording wording;
    private final Standing standing;
    private final Templates templates;
    private final Assets assets;
    private final Menus menus;

    RequestScreen(Wording wording, Standing standing, Templates templates, Assets assets, Menus menus) {
        this.wording = wording;
        this.standing = standing;
        this.templates = templates;
        this.assets = assets;
        this.menus = menus;
    }

    @Override
    public String say(String key, Object... arguments) {
        return wording.say(key, arguments);
    }

    @Override
    public boolean knows(String key) {
        return wording.knows(key);
    }

    @Override
    public String city() {
        return wording.city();
    }

    @Override
    public boolean english() {
        return wording.english();
    }

    @Override
    public Locale locale() {
        return wording.locale();
    }

    @Override
    public String path() {
        var failed = standing.request().getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String path ? path : standing.request().getRequestURI();
    }

    @Override
    public String here() {
        var query = standing.request().getQueryString();
        return query == null ? path() : path() + "?" + query;
    }

    @Override
    public Content csrf() {
        return output -> {
            if (standing.request().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                output.writeContent("<input type=\"hidden\" name=\"" + HtmlUtils.htmlEscape(token.getParameterName())
                        + "\" value=\"" + HtmlUtils.htmlEscape(token.getToken()) + "\">");
            }
        };
    }

    @Override
    public String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public String day(LocalDate day) {
        return wording.day(day);
    }

    @Override
    public String shortDay(LocalDate day) {
        return wording.shortDay(day);
    }

    @Override
    public String moment(Instant instant) {
        return wording.moment(instant);
    }

    @Override
    public String shortMoment(Instant instant) {
        return wording.shortMoment(instant);
    }

    @Override
    public String number(long value) {
        return wording.number(value);
    }

    @Override
    public String decimal(BigDecimal value, int digits) {
        return wording.decimal(value, digits);
    }

    @Override
    public String money(long dong) {
        return wording.money(dong);
    }

    @Override
    public String percent(long numerator, long denominator) {
        return wording.percent(numerator, denominator);
    }

    @Override
    public String bytes(long size) {
        return wording.bytes(size);
    }

    @Override
    public String errorAt(List<FieldError> errors, String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .findFirst()
                .map(error -> say(error.messageKey(), error.arguments().toArray()))
                .orElse("");
    }

    @Override
    public Content draw(Fragment fragment) {
        return output -> templates.draw(fragment.template(), Map.of("screen", this, "page", fragment.page()), output);
    }

    @Override
    public boolean signedIn() {
        return standing.signedIn();
    }

    @Override
    public String displayName() {
        return standing.displayName();
    }

    @Override
    public String mark() {
        return standing.mark();
    }

    @Override
    public String actingFor() {
        return standing.actingFor();
    }

    @Override
    public boolean permits(String action) {
        return standing.permits(action);
    }

    @Override
    public List<MenuItem> menu(MenuEntry.Menu menu) {
        return menus.items(menu, standing, wording, path());
    }

    @Override
    public String asset(String path) {
        return assets.path(path);
    }
}
