package ru.trenergram;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the code base that a compiler does not know. */
@AnalyzeClasses(packages = "ru.trenergram", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String VIEWS = "ru.trenergram.*.ui..";
    private static final String CONTROLLERS = "ru.trenergram.*.web..";
    private static final String BOT_HANDLERS = "ru.trenergram.*.bot..";

    @Test
    void modules_use_only_what_they_declare_and_have_no_cycles() {
        ApplicationModules.of(Trenergram.class).verify();
    }

    /** Outside of a transaction it keeps its connection until it is closed; ten of them, and the service stands still. */
    @ArchTest
    static final ArchRule nobody_leaves_a_stream_of_rows_open =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule views_know_no_controllers_and_no_bots = noClasses()
            .that()
            .resideInAPackage(VIEWS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONTROLLERS, BOT_HANDLERS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllers_know_no_views_and_no_bots = noClasses()
            .that()
            .resideInAPackage(CONTROLLERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(VIEWS, BOT_HANDLERS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule bots_know_no_views_and_no_controllers = noClasses()
            .that()
            .resideInAPackage(BOT_HANDLERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(VIEWS, CONTROLLERS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule transactions_belong_to_services = noClasses()
            .that()
            .resideInAnyPackage(VIEWS, CONTROLLERS, BOT_HANDLERS)
            .should()
            .beAnnotatedWith(Transactional.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule transactions_are_opened_by_services_methods = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(VIEWS, CONTROLLERS, BOT_HANDLERS)
            .should()
            .beAnnotatedWith(Transactional.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move time: inject " + Clock.class.getSimpleName());

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nothing_prints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
