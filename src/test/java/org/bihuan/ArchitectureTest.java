package org.bihuan;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.PageTitle;
import org.bihuan.identity.ActingAs;
import org.bihuan.rectification.SystemSteps;
import org.bihuan.shared.Repeats;
import org.bihuan.shared.ui.TitledScreen;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;

@AnalyzeClasses(packages = "org.bihuan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_engine_is_known_to_workflow_packages_and_modeling_only = noClasses()
            .that()
            .resideOutsideOfPackages("org.bihuan..workflow..", "org.bihuan.modeling..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule screens_are_known_to_ui_packages_and_the_shell_only = noClasses()
            .that()
            .resideOutsideOfPackages("org.bihuan..ui..", "org.bihuan.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule pages_are_titled_in_one_place_only = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TitledScreen.class.getName())
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(HasDynamicTitle.class.getName())
            .orShould()
            .beAnnotatedWith(PageTitle.class);

    @ArchTest
    static final ArchRule signs_are_the_themes_own = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin.flow.component.icon..")
            .because("one use of it sends the library's whole set to the browser; Glyph has those that are drawn");

    /** The engine does not look for them, see {@code PlainTasks}. */
    @ArchTest
    static final ArchRule tasks_have_neither_subtasks_nor_variables_of_their_own = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(TaskService.class)))
                    .and(target(nameMatching("newTask|saveTask|setVariables?Local"))))
            .orShould()
            .callMethodWhere(
                    target(owner(assignableTo(DelegateTask.class))).and(target(nameMatching("setVariables?Local"))));

    @ArchTest
    static final ArchRule modules_form_no_cycle =
            slices().matching("org.bihuan.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule steps_of_the_system_are_taken_by_the_engine_only = noClasses()
            .that()
            .resideOutsideOfPackages("org.bihuan.rectification", "org.bihuan.rectification.workflow")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SystemSteps.class);

    @ArchTest
    static final ArchRule nobody_acts_as_somebody_else_but_the_demo = noClasses()
            .that()
            .resideOutsideOfPackage("org.bihuan.demo")
            .and()
            .areNotAssignableTo(ActingAs.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ActingAs.class);

    @ArchTest
    static final ArchRule transactions_are_repeated_in_one_place_only = noClasses()
            .that()
            .resideOutsideOfPackages("org.bihuan.shared", "org.bihuan.evidence")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repeats.class);

    @ArchTest
    static final ArchRule entities_stay_in_their_module = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule views_reach_no_table = noClasses()
            .that()
            .resideInAPackage("org.bihuan..ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "jakarta.persistence..", "org.springframework.data..");

    /**
     * On MySQL the pool commits nothing by itself: what is written outside of a transaction is rolled back, and
     * nobody is told. H2 keeps it, so that a test of behaviour need not notice.
     */
    @ArchTest
    static void whatever_is_written_is_written_in_a_transaction(JavaClasses product) {
        assertThat(LooseWrites.in(product)).isEmpty();
    }
}
