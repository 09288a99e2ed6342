package vn.haidang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.journal.Actor;
import vn.haidang.organization.Reforms;
import vn.haidang.organization.Reweighing;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.organization.Weighting;
import vn.haidang.organization.internal.WeightRows;
import vn.haidang.ui.Consequences;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;

/** Shows weights with what they would move, and saves them, all or none, while that is still so. */
@Component
class WeighDesk {

    private final Reforms reforms;
    private final Units units;
    private final WeightRows rows;
    private final Consequences consequences;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    WeighDesk(
            Reforms reforms,
            Units units,
            WeightRows rows,
            Consequences consequences,
            TransactionOperations transactions,
            JsonMapper json) {
        this.reforms = reforms;
        this.units = units;
        this.rows = rows;
        this.consequences = consequences;
        this.transactions = transactions;
        this.json = json;
    }

    /** One for each divided unit that the lines name; a line that is no share has none. */
    List<Weighting> weightings(List<WeightLine> lines) {
        var byUnit = lines.stream()
                .collect(Collectors.groupingBy(WeightLine::from, LinkedHashMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .map(entry -> {
                    Map<UnitId, BigDecimal> shares = new LinkedHashMap<>();
                    entry.getValue().forEach(line -> {
                        var part = line.part();
                        if (part != null) {
                            shares.put(UnitId.ofKey(line.to()), part);
                        }
                    });
                    var first = entry.getValue().getFirst();
                    return new Weighting(UnitId.ofKey(entry.getKey()), shares, first.basis(), first.source());
                })
                .toList();
    }

    /** The page that asks whether to save; nothing speaks against the lines. */
    PageView propose(List<WeightLine> lines, HttpServletRequest request) {
        return view(page(lines, request, false));
    }

    /** Empty when saved, or so already; else the page to show again, since something would move otherwise now. */
    Optional<PageView> save(String text, String token, Actor by, HttpServletRequest request) {
        var lines = read(text);
        return Objects.requireNonNull(transactions.execute(status -> {
            var change = changed(lines);
            var shown = page(lines, request, true);
            if (!change.weightings().isEmpty() && !shown.token().equals(token)) {
                return Optional.of(view(shown));
            }
            change.weightings().forEach(weighting -> reforms.weigh(weighting, by));
            consequences.settle(change, true, request);
            return Optional.<PageView>empty();
        }));
    }

    private WeighingPage page(List<WeightLine> lines, HttpServletRequest request, boolean meanwhile) {
        var change = changed(lines);
        var foreseen = consequences.foresee(change, request);
        var text = json.writeValueAsString(lines);
        var divided = change.weightings().stream().map(this::divided).toList();
        return new WeighingPage(
                divided,
                weightings(lines).size() - divided.size(),
                text,
                token(text + divided + foreseen.fingerprint()),
                foreseen,
                meanwhile);
    }

    private Reweighing changed(List<WeightLine> lines) {
        return new Reweighing(
                weightings(lines).stream().filter(weighting -> !isSo(weighting)).toList());
    }

    private boolean isSo(Weighting weighting) {
        var declared = rows.of(weighting.from());
        return declared.size() == weighting.shares().size()
                && declared.stream().allMatch(weight -> {
                    var share = weighting.shares().get(weight.to());
                    return share != null
                            && share.compareTo(weight.share()) == 0
                            && weight.basis().equals(weighting.basis())
                            && weight.source().equals(weighting.source());
                });
    }

    private WeighingPage.Divided divided(Weighting weighting) {
        var before = rows.of(weighting.from()).stream()
                .collect(Collectors.toMap(WeightRows.Weight::to, WeightRows.Weight::share));
        var shares = weighting.shares().entrySet().stream()
                .map(share -> {
                    var old = before.get(share.getKey());
                    return new WeighingPage.Share(
                            units.get(share.getKey()),
                            old == null ? "" : WeightLine.percent(old),
                            WeightLine.percent(share.getValue()));
                })
                .sorted(java.util.Comparator.comparing(
                        (WeighingPage.Share share) -> share.to().key()))
                .toList();
        Unit unit = units.get(weighting.from());
        return new WeighingPage.Divided(unit, shares, weighting.basis(), weighting.source());
    }

    private static PageView view(WeighingPage page) {
        return new PageView("organization/weighing", page);
    }

    /** What this page wrote; anything else is a bad request. */
    private List<WeightLine> read(String text) {
        try {
            var lines = List.of(json.readValue(text, WeightLine[].class));
            if (weightings(lines).stream()
                    .allMatch(weighting -> units.find(weighting.from()).isPresent()
                            && reforms.objections(weighting).isEmpty())) {
                return lines;
            }
        } catch (JacksonException | NullPointerException | IllegalArgumentException forged) {
            throw Problem.of("ui/bad-request", 400).exception();
        }
        throw Problem.of("ui/bad-request", 400).exception();
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
