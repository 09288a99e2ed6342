package vn.haidang.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A service counts as usable on several kinds of device once it was used on a phone and on a computer. */
class DevicesJourney {

    private static final String SELDOM_ASKED = "1.008004";

    @Test
    void aPhoneAndAComputerTogetherMoveTheMeasure() {
        City.nextWorkingDayAt("10:00");
        try (var visitor = Visit.on(Device.DESKTOP);
                var phone = Visit.on(Device.PHONE).signIn("minh");
                var desktop = Visit.on(Device.DESKTOP).signIn("hoa")) {
            var before = PlanTile.devices(visitor);

            new Resident(phone).apply(SELDOM_ASKED, Paper.pdf("don.pdf", "By phone"));
            assertThat(PlanTile.devices(visitor).numerator()).isEqualTo(before.numerator());
            new Resident(desktop).apply(SELDOM_ASKED, Paper.pdf("don.pdf", "By computer"));

            var after = PlanTile.devices(visitor);
            assertThat(after.numerator()).isEqualTo(before.numerator() + 1);
            assertThat(after.denominator()).isEqualTo(before.denominator());
        }
    }
}
