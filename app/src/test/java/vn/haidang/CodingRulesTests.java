package vn.haidang;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Law 5 and the habits of the house. */
class CodingRulesTests {

    private static final int LINES = 400;
    private static final int COLLABORATORS = 6;
    private static final Set<String> TELLERS_OF_TIME = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.YearMonth",
            "java.time.Year");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.haidang");

    @Test
    void nobodyAsksForTheTimeButTheClock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(MovableClock.class)
                .should()
                .callMethodWhere(describe("tells the time without the clock", CodingRulesTests::tellsTimeByItself))
                .check(PRODUCT);
    }

    @Test
    void nobodySleepsOrUsesTheOldDates() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "sleeps", call -> call.getTarget().getFullName().startsWith("java.lang.Thread.sleep")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.text.SimpleDateFormat")
                .check(PRODUCT);
    }

    @Test
    void namesAreNounsOfTheDomain() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Common)(\\$.*)?")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..")
                .check(PRODUCT);
    }

    @Test
    void collaboratorsComeThroughTheConstructorAndAreFew() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(PRODUCT);
        classes().that(are(notRecords())).should(haveFewCollaborators()).check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        for (var folder : Stream.of(Sources.MAIN, Sources.TEST)
                .flatMap(root -> Sources.below(root, ".java").stream())
                .map(source -> source.path().resolveSibling("package-info.java"))
                .distinct()
                .toList()) {
            var declared = Files.exists(folder) ? folder : counterpart(folder);
            assertThat(declared).exists();
            assertThat(Sources.read(declared)).as(declared.toString()).contains("@NullMarked");
        }
    }

    @Test
    void noTestPackageHidesTheDeclarationOfAModule() {
        assertThat(Sources.below(Sources.TEST, "package-info.java").stream()
                        .filter(declared ->
                                Files.exists(Sources.MAIN.resolve(Sources.TEST.relativize(declared.path())))))
                .as("the package is declared in the product already")
                .isEmpty();
    }

    @Test
    void noFileIsLongerThanOneCanRead() {
        assertThat(Stream.of(Sources.MAIN, Sources.TEST, Sources.TEMPLATES)
                        .flatMap(root -> Stream.concat(
                                Sources.below(root, ".java").stream(), Sources.below(root, ".jte").stream()))
                        .filter(source -> source.text().lines().count() > LINES))
                .isEmpty();
    }

    @Test
    void testsNeitherSkipNorSleepNorImitateOurOwnCode() {
        var forbidden = List.of("@Disabl" + "ed", "Thread.sle" + "ep(", "@Mockito" + "Bean", "Mockito.mo" + "ck(");
        assertThat(Sources.below(Sources.TEST, ".java").stream()
                        .filter(source -> forbidden.stream().anyMatch(source.text()::contains)))
                .isEmpty();
    }

    private static Path counterpart(Path inTests) {
        return inTests.startsWith(Sources.TEST) ? Sources.MAIN.resolve(Sources.TEST.relativize(inTests)) : inTests;
    }

    private static boolean tellsTimeByItself(JavaMethodCall call) {
        var target = call.getTarget();
        var owner = target.getOwner().getName();
        if (owner.equals("java.lang.System")) {
            return target.getName().equals("currentTimeMillis");
        }
        if (owner.equals(Clock.class.getName())) {
            return target.getName().startsWith("system");
        }
        return TELLERS_OF_TIME.contains(owner)
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static DescribedPredicate<JavaClass> notRecords() {
        return describe("not records", type -> !type.isRecord() && !type.isEnum());
    }

    private static ArchCondition<JavaClass> haveFewCollaborators() {
        return new ArchCondition<>("have at most " + COLLABORATORS + " collaborators") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getConstructors().stream()
                        .filter(constructor ->
                                constructor.getRawParameterTypes().size() > COLLABORATORS)
                        .forEach(constructor -> events.add(SimpleConditionEvent.violated(
                                constructor, constructor.getFullName() + " takes too many")));
            }
        };
    }

    private static <T> DescribedPredicate<T> describe(String words, Predicate<T> predicate) {
        return DescribedPredicate.describe(words, predicate);
    }
}
