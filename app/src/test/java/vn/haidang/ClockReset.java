package vn.haidang;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Every test class begins at {@link TestDatabase#START}, whatever the class before it did to the shared clock. */
public final class ClockReset implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext context) {
        reset(context);
    }

    @Override
    public void prepareTestInstance(TestContext context) {
        reset(context);
    }

    private static void reset(TestContext context) {
        if (context.hasApplicationContext()) {
            context.getApplicationContext()
                    .getBeanProvider(MovableClock.class)
                    .ifAvailable(clock -> clock.returnTo(TestDatabase.START));
        }
    }
}
