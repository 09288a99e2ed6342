package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The promised day of a service that is done within the day, whatever the hour a resident comes. */
class TimeRulesJourney {

    private static final String SAME_DAY = "2.000635";

    @Test
    void filedAfterThreeIsPromisedForTheNextWorkingDay() {
        var day = City.nextWorkingDayAt("15:20");
        try (var visit = Visit.on(Device.DESKTOP).signIn("hoa")) {
            var receipt = new Resident(visit).apply(SAME_DAY, Paper.pdf("don.pdf", "After three"));

            assertThat(receipt.promised()).isEqualTo(City.workingDayAfter(day));
            assertThat(String.join("\n", receipt.why()))
                    .contains("15:00")
                    .contains(Receipt.written(receipt.promised()));
        }
    }

    @Test
    void filedAtTenAtNightIsReceivedTheNextMorning() {
        var day = City.nextWorkingDayAt("22:00");
        try (var visit = Visit.on(Device.PHONE).signIn("hoa")) {
            var receipt = new Resident(visit).apply(SAME_DAY, Paper.pdf("don.pdf", "At night"));

            var morning = City.workingDayAfter(day);
            assertThat(receipt.promised()).isEqualTo(morning);
            assertThat(receipt.why().getFirst()).contains("22:0").contains(Receipt.written(morning));
        }
    }

    @Test
    void aSupplementAfterThreeMovesThePromiseToTheNextWorkingDay() {
        var day = City.nextWorkingDayAt("09:00");
        try (var visit = Visit.on(Device.DESKTOP).signIn("minh")) {
            var resident = new Resident(visit);
            var receipt = resident.apply(SAME_DAY, Paper.pdf("don.pdf", "Before the supplement"));
            assertThat(receipt.promised()).isEqualTo(day);
            try (var officer = Official.at(Device.DESKTOP, Official.ONE_STOP)) {
                officer.open(receipt.code()).record("ask-supplement", "Thiếu ngày mất.");
                City.moveTo("15:30");
                resident.supplement(receipt, "Mất ngày 01/03.", Paper.pdf("them.pdf", "Supplement"));

                var next = City.workingDayAfter(day);
                assertThat(visit.words()).contains(Receipt.written(next));
                assertThat(officer.open(receipt.code()).look("case-resumed").words())
                        .contains("Thiếu ngày mất.");
            }
        }
    }
}
