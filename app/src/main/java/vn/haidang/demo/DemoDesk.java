package vn.haidang.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.Cases;
import vn.haidang.casework.Channel;
import vn.haidang.casework.ClockTerms;
import vn.haidang.casework.OpenCase;
import vn.haidang.casework.TakeStep;
import vn.haidang.demo.DemoCast.Desk;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Accounts;

/** What officials do at their desks. */
@Component
class DemoDesk {

    private static final String PROCEDURE = "standard";
    private static final String TERM = "2wd";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final Cases cases;
    private final Accounts accounts;
    private final DemoWords words;
    private final Clock clock;

    DemoDesk(Cases cases, Accounts accounts, DemoWords words, Clock clock) {
        this.cases = cases;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    /** Somebody comes to the counter with paper, and nobody scans it: such a file is never counted as handled online. */
    CaseId receivePaper(DemoStory story, Desk desk) {
        String number = "%03d".formatted(Math.floorMod(story.code().hashCode(), 1000));
        return cases.open(new OpenCase(
                        CaseId.next(clock),
                        PROCEDURE,
                        "TT-" + DAY.format(LocalDate.now(clock)) + "-" + number,
                        words.say("say.counter"),
                        "demo/paper",
                        UUID.nameUUIDFromBytes(story.code().getBytes(StandardCharsets.UTF_8)),
                        desk.unit(),
                        desk.unit(),
                        Channel.COUNTER,
                        null,
                        DemoNames.resident(story.resident()),
                        new ClockTerms(TERM, "resume", words.say("say.made-up"), words.say("say.made-up"), PROCEDURE),
                        clock.instant(),
                        false,
                        accounts.reader(desk.officer()).actor()))
                .id();
    }

    /** Takes the step the case stands at, if it stands anywhere. */
    void step(CaseId id, AccountId by, String outcome, @Nullable String says) {
        CaseSummary present = cases.get(id, accounts.reader(by));
        if (present.step() == null) {
            return;
        }
        cases.act(new TakeStep(
                present.id(),
                present.version(),
                present.step(),
                outcome,
                says == null ? null : words.say("say." + says),
                accounts.reader(by),
                UUID.nameUUIDFromBytes((id.value() + outcome + present.version()).getBytes(StandardCharsets.UTF_8))));
    }
}
