package vn.haidang.indicator.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.indicator.Indicator;
import vn.haidang.ui.Access;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;

/** The numbers of every view to take along, the same that its page shows and for the same readers. */
@Controller
class FigureExports {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int NOT_FOUND = 404;

    private final FigureChoices choices;
    private final FigureReadings readings;
    private final MessageSource messages;

    FigureExports(FigureChoices choices, FigureReadings readings, MessageSource messages) {
        this.choices = choices;
        this.readings = readings;
        this.messages = messages;
    }

    @GetMapping("/figures/{module}/{indicator}/{view}.{format}")
    @Requires(Access.PUBLIC)
    ResponseEntity<?> file(
            @PathVariable String module,
            @PathVariable String indicator,
            @PathVariable String view,
            @PathVariable String format,
            @RequestParam Map<String, String> asked,
            Locale locale) {
        var choice = choices.of(module, indicator, asked);
        var sheet = sheet(choice, view, locale.getLanguage().equals("en"));
        var heads = sheet.columns().stream()
                .map(column -> head(choice.indicator(), column, locale))
                .toList();
        return switch (format) {
            case "csv" -> file(choice, view, format, CSV, SheetFiles.csv(sheet, heads));
            case "xlsx" ->
                file(
                        choice,
                        view,
                        format,
                        XLSX,
                        SheetFiles.xlsx(
                                sheet,
                                heads,
                                choice.indicator()
                                        .words()
                                        .name(locale.getLanguage().equals("en"))));
            case "json" ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(choice, view, sheet));
            default -> throw noSuch(format);
        };
    }

    private Sheet sheet(FigureChoice choice, String view, boolean english) {
        return switch (view) {
            case "series" -> Sheet.of(choice.indicator(), List.of(readings.series(choice)), english);
            case "table" -> Sheet.of(choice.indicator(), readings.table(choice), english);
            case "map", "ranking" ->
                Sheet.of(choice.indicator(), Ranking.of(choice.indicator(), readings.whole(choice)), english);
            default -> throw noSuch(view);
        };
    }

    private String head(Indicator indicator, String column, Locale locale) {
        var words = messages.getMessage("indicator.column." + column, null, "", locale);
        if (words != null && !words.isEmpty()) {
            return words;
        }
        var component = messages.getMessage(Words.componentKey(indicator, column), null, "", locale);
        return component == null || component.isEmpty() ? column : component;
    }

    private static Map<String, @Nullable Object> json(FigureChoice choice, String view, Sheet sheet) {
        var indicator = choice.indicator();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("indicator", indicator.code());
        body.put("name", indicator.words().name());
        body.put("nameEn", indicator.words().nameEn());
        body.put("unitOfMeasure", indicator.unit());
        body.put("definitionVersion", indicator.version());
        body.put("source", indicator.source());
        body.put("confidence", indicator.confidence());
        body.put("basis", choice.basis().name());
        body.put("knownOn", choice.knownOn() == null ? null : choice.knownOn().toString());
        body.put("member", choice.member());
        body.put("address", choice.address(view));
        body.put("rows", SheetFiles.json(sheet));
        return body;
    }

    private static ResponseEntity<byte[]> file(
            FigureChoice choice, String view, String format, MediaType type, byte[] bytes) {
        var name = choice.indicator().code().replace('/', '-') + "-" + view + "." + format;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private static RuntimeException noSuch(String what) {
        return Problem.of("indicator/no-such-view", NOT_FOUND, what).exception();
    }
}
