package vn.haidang.demo;

/**
 * How long each takes until they act.
 *
 * @param desk from the arrival of a case to the desk
 * @param resident from being asked for a supplement to giving it
 */
record DemoPace(Wait desk, Wait specialist, Wait head, Wait resident) {

    /** Some working days, and then minutes that end within office hours. */
    record Wait(int workingDays, int minutes) {

        static Wait minutes(int minutes) {
            return new Wait(0, minutes);
        }
    }

    /** That of the little city. */
    static DemoPace unhurried(int deskHours) {
        return new DemoPace(Wait.minutes(deskHours * 60), Wait.minutes(25), Wait.minutes(40), Wait.minutes(26 * 60));
    }
}
