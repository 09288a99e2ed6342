package vn.haidang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Starts the module of the test's package on a real migrated PostgreSQL, with all modules it depends on and always with
 * {@code organization}, whose views are read by modules that need no bean of it, and what that needs itself, and with a {@link MovableClock} that stands at
 * {@link TestDatabase#START} when the class begins.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        verifyAutomatically = false,
        extraIncludes = {"journal", "reference", "organization", "ui"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(listeners = ClockReset.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface ModuleTest {}
