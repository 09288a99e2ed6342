package vn.haidang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Extent;
import vn.haidang.organization.Reform;
import vn.haidang.organization.ReformId;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;

/** Shows a change of units with what it would move, and saves it while that is still so. */
@Component
class ReformDesk {

    private final Reforms reforms;
    private final Units units;
    private final Consequences consequences;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    ReformDesk(
            Reforms reforms,
            Units units,
            Consequences consequences,
            TransactionOperations transactions,
            JsonMapper json) {
        this.reforms = reforms;
        this.units = units;
        this.consequences = consequences;
        this.transactions = transactions;
        this.json = json;
    }

    /** The page that asks whether to save. */
    PageView propose(Reform reform, HttpServletRequest request) {
        return view(page(reform, request, false, List.of()));
    }

    /** Empty when saved, also by the same form before; else the page to show again, since something speaks against it now or would move otherwise. */
    Optional<PageView> save(String text, String token, ReformId id, Actor by, HttpServletRequest request) {
        var reform = read(text);
        if (reforms.declared().stream().anyMatch(each -> each.id().equals(id))) {
            return Optional.empty();
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            var shown = page(reform, request, true, List.of());
            if (!shown.token().equals(token)) {
                return Optional.of(view(shown));
            }
            var objections = reforms.objections(reform);
            if (!objections.isEmpty()) {
                return Optional.of(view(page(reform, request, false, objections)));
            }
            reforms.declare(id, reform, by);
            consequences.settle(reform, true, request);
            return Optional.<PageView>empty();
        }));
    }

    private ReformPage page(Reform reform, HttpServletRequest request, boolean meanwhile, List<FieldError> errors) {
        var foreseen = consequences.foresee(reform, request);
        var text = json.writeValueAsString(reform);
        return new ReformPage(
                reform, lines(reform), text, token(text + foreseen.fingerprint()), foreseen, meanwhile, errors);
    }

    private static PageView view(ReformPage page) {
        return new PageView("organization/reform", page);
    }

    private List<ReformPage.Line> lines(Reform reform) {
        var lines = new ArrayList<ReformPage.Line>();
        reform.founded()
                .forEach(unit -> lines.add(new ReformPage.Line(
                        "organization.reform.line.founded", unit.name(), unit.nameEn(), null, null)));
        reform.renamed().forEach(renaming -> {
            var before = units.get(renaming.unit());
            lines.add(new ReformPage.Line(
                    "organization.reform.line.renamed",
                    before.name(),
                    before.nameEn(),
                    renaming.name(),
                    renaming.nameEn()));
        });
        reform.moved()
                .forEach(move -> lines.add(
                        between("organization.reform.line.moved", units.get(move.unit()), units.get(move.parent()))));
        reform.steps().forEach(step -> lines.add(line(reform, step)));
        return List.copyOf(lines);
    }

    private ReformPage.Line line(Reform reform, Reform.Step step) {
        var from = units.get(step.from());
        var to = step.to();
        if (to == null) {
            return ReformPage.Line.of("organization.reform.line.ended", from);
        }
        var key = step.extent() == Extent.WHOLE ? "organization.reform.line.whole" : "organization.reform.line.part";
        var founded = founded(reform, to);
        return founded == null
                ? between(key, from, units.get(to))
                : new ReformPage.Line(key, from.name(), from.nameEn(), founded.name(), founded.nameEn());
    }

    private static ReformPage.Line between(String key, Unit from, Unit to) {
        return new ReformPage.Line(key, from.name(), from.nameEn(), to.name(), to.nameEn());
    }

    private static Reform.@Nullable NewUnit founded(Reform reform, UnitId id) {
        return reform.founded().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** What this page wrote; anything else is a bad request. */
    private Reform read(String text) {
        try {
            var reform = json.readValue(text, Reform.class);
            if (reform != null && reform.units().stream().allMatch(unit -> known(reform, unit))) {
                return reform;
            }
        } catch (JacksonException | NullPointerException | IllegalArgumentException forged) {
            throw Problem.of("ui/bad-request", 400).exception();
        }
        throw Problem.of("ui/bad-request", 400).exception();
    }

    private boolean known(Reform reform, UnitId unit) {
        return founded(reform, unit) != null || units.find(unit).isPresent();
    }

    private static String token(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
