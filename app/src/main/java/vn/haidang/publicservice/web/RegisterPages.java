package vn.haidang.publicservice.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.internal.Registers;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** Officials give out the register of what their unit received in a month, and find those given out before. */
@Controller
class RegisterPages {

    private static final String PATH = "/desk/registers";

    private final Registers registers;
    private final Units units;
    private final Attachments attachments;
    private final Clock clock;

    RegisterPages(Registers registers, Units units, Attachments attachments, Clock clock) {
        this.registers = registers;
        this.units = units;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Bean
    static MenuEntry publicserviceRegistersEntry() {
        return new MenuEntry("publicservice.menu.registers", MenuEntry.Menu.DESK, PATH, Registers.ACTION, 50);
    }

    @GetMapping(PATH)
    @Requires(Registers.ACTION)
    PageView list(Reader reader, @RequestParam(defaultValue = "") String done) {
        return page(reader, "", "", done.equals("given"), List.of());
    }

    @PostMapping(PATH)
    @Requires(Registers.ACTION)
    ModelAndView give(
            Reader reader,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String key) {
        LocalDate today = LocalDate.now(clock);
        List<FieldError> errors = new ArrayList<>();
        Map<UnitId, String> mine = names(reader);
        Optional<UnitId> chosen = mine.size() == 1
                ? mine.keySet().stream().findFirst()
                : id(unit).map(UnitId::new).filter(mine::containsKey);
        if (chosen.isEmpty()) {
            errors.add(FieldError.of("unit", "publicservice.register.unit.missing"));
        }
        Optional<YearMonth> asked = month(month, today);
        if (asked.isEmpty()) {
            errors.add(FieldError.of("month", "publicservice.register.month.missing"));
        }
        if (chosen.isPresent() && asked.isPresent()) {
            try {
                registers.give(
                        chosen.get(),
                        asked.get(),
                        today,
                        id(key).orElseGet(() -> UuidCreator.getTimeOrderedEpoch(clock.instant())),
                        reader);
                return new ModelAndView("redirect:" + PATH + "?done=given");
            } catch (ProblemException refused) {
                if (refused.problem().status() != HttpStatus.UNPROCESSABLE_CONTENT.value()) {
                    throw refused;
                }
                errors.add(FieldError.of("month", refused.problem().messageKey()));
            }
        }
        PageView view = page(reader, unit, month, false, errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping(PATH + "/{document}")
    @Requires(Registers.ACTION)
    void open(Reader reader, @PathVariable UUID document, HttpServletResponse response) {
        attachments.send(registers.open(document, reader).file(), response);
    }

    private PageView page(Reader reader, String unit, String month, boolean done, List<FieldError> errors) {
        return new PageView(
                "publicservice/registers",
                new RegisterPage(
                        names(reader), YearMonth.now(clock), unit, month, registers.given(reader), done, errors));
    }

    private Map<UnitId, String> names(Reader reader) {
        Map<UnitId, String> names = new LinkedHashMap<>();
        registers.units(reader).stream()
                .map(units::get)
                .sorted(Comparator.comparing(Unit::name))
                .forEach(unit -> names.put(unit.id(), UnitWords.name(unit)));
        return names;
    }

    /** One that has begun. */
    private static Optional<YearMonth> month(String typed, LocalDate today) {
        try {
            return Optional.of(YearMonth.parse(typed)).filter(each -> !each.isAfter(YearMonth.from(today)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
