package org.vitrine.packaging;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of docs/architecture.md, over the classes of all modules. */
@AnalyzeClasses(packages = "org.vitrine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheWorkerUsesTheBackend = noClasses()
            .that()
            .resideOutsideOfPackage("org.vitrine.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .because("a backend freezes, and can crash, the process that loads it, and a process can have only one");

    @ArchTest
    static final ArchRule pureModulesDoNotKnowTheWindow = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.vitrine.graph..",
                    "org.vitrine.datasets..",
                    "org.vitrine.exchange..",
                    "org.vitrine.drawing..",
                    "org.vitrine.attribution..",
                    "org.vitrine.arithmetic..",
                    "org.vitrine.runs..",
                    "org.vitrine.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..")
            .because("workers and scripts use them on machines without a display");

    @ArchTest
    static final ArchRule viewModelsHoldNoControls = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx..")
                    .and(resideOutsideOfPackages("javafx.beans..", "javafx.collections..", "javafx.util..")))
            .because("a view model must be testable without a window and outlive the view that shows it");

    @ArchTest
    static final ArchRule onlyTheLauncherStartsProcesses = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.vitrine.runs.launch.WorkerLauncher")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .because("one place decides how a worker starts: its Java, class path, environment and log");

    @ArchTest
    static final ArchRule onlyThePulseBatcherEntersTheWindowThread = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.vitrine.charts.PulseBatcher")
            .should()
            .callMethodWhere(callsOf("javafx.application.Platform", "runLater"))
            .because("events that come in faster than frames must be merged, or the window chokes on them");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("org.vitrine.app.cli..")
            .and()
            .doNotHaveFullyQualifiedName("org.vitrine.app.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a script reads standard output; everything else goes to the log");

    @ArchTest
    static final ArchRule modulesAndPackagesHaveNoCycles = slices().matching("org.vitrine.(**)")
            .should()
            .beFreeOfCycles()
            .because("what depends on itself in a circle can be neither read nor changed one piece at a time");

    @ArchTest
    static final ArchRule nothingIsGlobalAndMutable = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("state that anybody can reach makes tests depend on each other; constructors do the wiring");

    @ArchTest
    static final ArchRule nothingIsASingleton = methods()
            .that()
            .areStatic()
            .should()
            .notHaveName("getInstance")
            .because("a service locator hides what a class needs; constructors do the wiring");

    @ArchTest
    static final ArchRule viewsAreWrittenInJava = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.fxml..", "javafx.scene.web..", "lombok..")
            .because("the compiler checks Java, and nothing else; a WebView would double what users install");

    private static DescribedPredicate<JavaAccess<?>> callsOf(String owner, String method) {
        return describe(
                "calls " + owner + "." + method,
                access -> access.getTarget().getOwner().getName().equals(owner)
                        && access.getTarget().getName().equals(method));
    }
}
