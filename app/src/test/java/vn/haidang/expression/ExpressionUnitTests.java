package vn.haidang.expression;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionUnitTests {

    private static final Declarations DECLARED = new Declarations(Map.of(
            "amount", ValueType.NUMBER,
            "area", ValueType.NUMBER,
            "kind", ValueType.TEXT,
            "urgent", ValueType.FLAG,
            "born", ValueType.DAY,
            "asked", ValueType.DAY));
    private static final Map<String, @Nullable Object> KNOWN =
            Map.of("amount", 1500, "kind", "đất ở", "urgent", true, "born", "2010-05-31", "asked", "2026-03-02");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            amount > 1000                                   | true
            amount >= 1500 and amount <= 1500.00            | true
            amount = 1500.0                                 | true
            not (amount != 1500)                            | true
            amount in (1, 2, 1500)                          | true
            kind in ('nhà', 'đất ở')                        | true
            kind not in ('nhà')                             | true
            kind = 'đất ở'                                  | true
            contains(kind, 'ở') and starts(kind, 'đất')     | true
            matches(kind, 'đất .*') and not ends(kind, 'x') | true
            years(born, asked) >= 16                        | false
            years(born, asked) = 15                         | true
            days(2026-02-28, asked) = 2                     | true
            plus(born, 1) = 2010-06-01                      | true
            2026-03-02 = asked                              | true
            year(asked) = 2026 and month(asked) = 3         | true
            amount - 3 - 2 = 1495                           | true
            -amount + 2 * 3 = -1494                         | true
            10 / 4 = 2.5                                    | true
            round(10 / 3, 2) = 3.33                         | true
            round(2.5, 0) = 3                               | true
            min(3, 1, 2) = 1 and max(3, 1, 2) = 3           | true
            abs(-2) = 2 and length(kind) = 5                | true
            if(urgent, amount, 0) = 1500                    | true
            given(area, 7) = 7                              | true
            present(kind) and not present(area)             | true
            concat('a', 'b') = 'ab'                         | true
            'it''s' != 'its'                                | true
            urgent = true                                   | true
            1 = 2 and area > 1                              | false
            1 = 1 or area > 1                               | true
            """)
    void decides(String source, boolean expected) {
        Evaluation evaluation = Expression.condition(source, DECLARED).evaluate(Facts.read(DECLARED, KNOWN));

        assertThat(evaluation.value()).isEqualTo(new Value.Flag(expected));
        assertThat(evaluation.reasons()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            area > 1                        | area
            not (area > 1)                  | area
            1 = 1 and area > 1              | area
            1 = 2 or area > 1               | area
            if(area > 1, true, true)        | area
            area + amount > 1               | area
            max(area, 1) = 1                | area
            """)
    void saysWhichFactsAreMissing(String source, String missing) {
        Evaluation evaluation = Expression.condition(source, DECLARED).evaluate(Facts.read(DECLARED, KNOWN));

        assertThat(evaluation.decided()).isFalse();
        assertThat(evaluation.holds()).isFalse();
        assertThat(evaluation.missing()).containsExactly(missing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                             | unfinished         | 1
            amount >                       | unfinished         | 9
            (amount > 1                    | unfinished         | 12
            amount > 1)                    | unexpected         | 11
            amount ; 1                     | unknown-character  | 8
            'abc                           | text-without-end   | 1
            colour = 'red'                 | unknown-fact       | 1
            amount = 'red'                 | types-differ       | 8
            kind < 'red'                   | no-order           | 6
            urgent and amount              | need-type          | 12
            -kind = 1                      | need-type          | 2
            amount in (amount)             | only-values        | 12
            amount in (1, 'a')             | types-differ       | 15
            system('ls') = 1               | unknown-function   | 1
            length('a', 'b') = 1           | wrong-count        | 1
            length(1) = 1                  | wrong-type         | 1
            if(urgent, 1, 'a') = 1         | types-differ       | 1
            present(1)                     | only-a-fact        | 1
            matches(kind, kind)            | only-values        | 1
            matches(kind, '(')             | pattern            | 1
            matches(kind, 'a{1001}')       | pattern            | 1
            matches(kind, '((a{50}){50}){50}') | pattern        | 1
            born = 2026-02-30              | no-such-day        | 8
            amount = 9999999999999999999999999999999999 | number-too-large | 10
            amount                         | not-a-condition    | 0
            """)
    void refusesWithACodeAndAPlace(String source, String code, int position) {
        assertThatThrownBy(() -> Expression.condition(source, DECLARED))
                .isInstanceOfSatisfying(ExpressionRefused.class, refused -> {
                    assertThat(refused.fault().code()).isEqualTo(code);
                    assertThat(refused.fault().position()).isEqualTo(position);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1 / (amount - 1500) = 1                 | division-by-zero | 1
            urgent and 1 / 0 = 1                    | division-by-zero | 12
            amount * 1000000000000000000000000000000 = 1 | number-too-large | 10
            plus(born, 999999999) = born            | no-such-day      | 1
            """)
    void stopsWithACodeWhereThereIsNoAnswer(String source, String code, int position) {
        assertThatThrownBy(() -> evaluate(source, KNOWN))
                .isInstanceOfSatisfying(
                        ExpressionRefused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(code));
    }

    @Test
    void explainsWhatItLookedAtAndNothingElse() {
        Evaluation evaluation = evaluate("urgent and (amount > 1000 or area > 5) and kind = 'x' and area > 9", KNOWN);

        assertThat(evaluation.holds()).isFalse();
        assertThat(evaluation.reasons())
                .containsExactly(
                        new Evaluation.Reason(
                                "amount > 1000", Map.of("amount", Value.Amount.of(1500)), new Value.Flag(true)),
                        new Evaluation.Reason(
                                "kind = 'x'", Map.of("kind", new Value.Text("đất ở")), new Value.Flag(false)));
    }

    @Test
    void readsFactsAsJsonAndFormsHaveThem() {
        Facts facts = Facts.read(
                DECLARED,
                Map.of(
                        "amount",
                        "12,50",
                        "urgent",
                        "false",
                        "born",
                        LocalDate.of(2020, 2, 29),
                        "other",
                        "x",
                        "kind",
                        " "));

        assertThat(facts.values())
                .isEqualTo(Map.of(
                        "amount", new Value.Amount(new BigDecimal("12.5")),
                        "urgent", new Value.Flag(false),
                        "born", new Value.Day(LocalDate.of(2020, 2, 29))));
    }

    @ParameterizedTest
    @CsvSource({"amount, abc", "amount, 1e9", "urgent, yes", "born, 31/05/2010", "born, 2026-02-30"})
    void refusesFactsOfAnotherType(String fact, String value) {
        assertThatThrownBy(() -> Facts.read(DECLARED, Map.of(fact, value)))
                .isInstanceOfSatisfying(ExpressionRefused.class, refused -> {
                    assertThat(refused.fault().code()).isEqualTo("not-of-type");
                    assertThat(refused.fault().arguments()).first().isEqualTo(fact);
                });
    }

    @Test
    @Timeout(5)
    void isNotHeldUpByLargeNumbersOrEvilPatterns() {
        for (String number : new String[] {"1e999999999", "-1e999999999", "1e31"}) {
            assertThatThrownBy(() -> Facts.read(DECLARED, Map.of("amount", new BigDecimal(number))))
                    .isInstanceOf(ExpressionRefused.class);
        }
        assertThat(new Value.Amount(new BigDecimal("1e-999999999"))).isEqualTo(Value.Amount.of(0));
        String evil = "a".repeat(2000) + "b";
        assertThatThrownBy(() -> evaluate("matches(kind, '(a+)+')", Map.of("kind", evil)))
                .isInstanceOf(ExpressionRefused.class);
        assertThat(evaluate("matches(kind, '((a|a)+)+')", Map.of("kind", evil.substring(100)))
                        .holds())
                .isFalse();
    }

    @Test
    @Timeout(5)
    void boundsLengthDepthAndParts() {
        refused("source-too-long", "1 = 1" + " ".repeat(2000));
        refused("too-deep", "(".repeat(100) + "true" + ")".repeat(100));
        refused("too-deep", "not ".repeat(100) + "true");
        refused("too-deep", "-".repeat(100) + "1 = 1");
        refused("too-many-parts", "1+".repeat(260) + "1 = 1");
    }

    @Test
    @Timeout(5)
    void stopsWhenTheBudgetIsSpent() {
        String long_ = "a".repeat(2000);
        String source = "matches(kind, '.{1,300}x')";
        String all = (source + " or ").repeat(30) + "false";

        assertThatThrownBy(() -> evaluate(all, new HashMap<>(Map.of("kind", long_))))
                .isInstanceOfSatisfying(
                        ExpressionRefused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("over-budget"));
    }

    @Test
    void isEqualWhenItMeansTheSame() {
        assertThat(Expression.read("amount>1 and( urgent )", DECLARED))
                .isEqualTo(Expression.read("amount > 1 and urgent", DECLARED))
                .isNotEqualTo(Expression.read("amount > 2 and urgent", DECLARED));
    }

    @Test
    void usesNoReflectionAndKnowsNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang.reflect..",
                        "java.lang.invoke..",
                        "javax.script..",
                        "org.springframework.expression..",
                        "java.io..",
                        "java.net..")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("vn.haidang.expression"));
    }

    private static Evaluation evaluate(String source, Map<String, ? extends @Nullable Object> known) {
        return Expression.read(source, DECLARED).evaluate(Facts.read(DECLARED, known));
    }

    private static void refused(String code, String source) {
        assertThatThrownBy(() -> Expression.read(source, DECLARED))
                .isInstanceOfSatisfying(
                        ExpressionRefused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(code));
    }
}
