package vn.haidang.scorecard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.Reader;
import vn.haidang.indicator.CsvFile;
import vn.haidang.indicator.ListedUnits;
import vn.haidang.indicator.Reported;
import vn.haidang.indicator.ReportedPeriods;
import vn.haidang.scorecard.Score;
import vn.haidang.scorecard.Score.Line;
import vn.haidang.scorecard.ScoreSheet;
import vn.haidang.scorecard.ScoreSheet.Unknown;
import vn.haidang.scorecard.ScoreSheets;
import vn.haidang.scorecard.ScoreSheets.Scores;
import vn.haidang.scorecard.ScoreSheets.UnitScore;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** The score of any unit and period by a sheet: every number opens to its records, what cannot be known says why. */
@Controller
class ScorePages {

    private static final String POLICY = "calendar";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ScoreSheets sheets;
    private final ReportedPeriods periods;
    private final MessageSource messages;

    ScorePages(ScoreSheets sheets, ReportedPeriods periods, MessageSource messages) {
        this.sheets = sheets;
        this.periods = periods;
        this.messages = messages;
    }

    @GetMapping("/score/{sheet}")
    @Requires(Access.PUBLIC)
    PageView score(@PathVariable String sheet, @RequestParam Map<String, String> asked, Reader reader) {
        Reported reported = periods.of(asked, POLICY);
        ScoreSheet found = sheets.get(sheet, reported);
        Scores scores = sheets.scores(found, reported);
        return new PageView(
                "scorecard/score",
                new ScorePage(
                        found,
                        reported,
                        scores.whole(),
                        scores.others(),
                        ListedUnits.of(scores.below(), UnitScore::unit, reader.units(), asked),
                        periods.path(reported),
                        periods.choices(reported),
                        periods.policies()));
    }

    /** The items, one a row. */
    @GetMapping("/score/{sheet}.csv")
    @Requires(Access.PUBLIC)
    ResponseEntity<byte[]> file(@PathVariable String sheet, @RequestParam Map<String, String> asked, Locale locale) {
        Reported reported = periods.of(asked, POLICY);
        ScoreSheet found = sheets.get(sheet, reported);
        Score score = sheets.score(found, reported);
        List<String> heads = List.of(
                        "unit",
                        "item",
                        "metric",
                        "name",
                        "points-of",
                        "outcome",
                        "numerator",
                        "denominator",
                        "share",
                        "least",
                        "most",
                        "why",
                        "first",
                        "last")
                .stream()
                .map(column -> say("scorecard.csv." + column, locale))
                .toList();
        List<List<@Nullable Object>> rows =
                score.lines().stream().map(line -> row(reported, line, locale)).toList();
        String name = "score-%s-%s-%s.csv"
                .formatted(
                        found.code(), reported.unit().key(), reported.period().last());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(CsvFile.of(heads, rows));
    }

    private List<@Nullable Object> row(Reported reported, Line line, Locale locale) {
        Unknown unknown = line.item().unknown();
        boolean english = locale.getLanguage().equals("en");
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(reported.unit().key());
        cells.add(line.item().code());
        cells.add(line.item().metric());
        cells.add(line.item().name().in(english));
        cells.add(line.item().points());
        cells.add(say("scorecard.outcome." + line.outcome(), locale));
        boolean counted = !line.below().isEmpty();
        boolean pointed = line.scored() && line.outcome() != Score.Outcome.UNKNOWN;
        cells.add(counted ? line.numerator() : null);
        cells.add(counted ? line.denominator().stripTrailingZeros().toPlainString() : null);
        cells.add(line.share() == null ? null : line.share().setScale(2, java.math.RoundingMode.HALF_UP));
        cells.add(pointed ? line.least() : null);
        cells.add(pointed ? line.most() : null);
        cells.add(
                unknown == null || line.outcome() != Score.Outcome.UNKNOWN
                        ? null
                        : say("scorecard.unknown." + unknown.code(), locale));
        cells.add(reported.days().first().toString());
        cells.add(reported.days().last().toString());
        return cells;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry scorecardEntry() {
            return new MenuEntry("scorecard.menu", MenuEntry.Menu.PUBLIC, "/score/766", Access.PUBLIC, 27);
        }
    }
}
