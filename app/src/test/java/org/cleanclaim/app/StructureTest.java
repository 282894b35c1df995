package org.cleanclaim.app;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The borders of the house.
class StructureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.cleanclaim");

  /// Which Maven module may use which others of the house.
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "kernel", Set.of(),
          "codesets", Set.of("kernel"),
          "x12", Set.of("kernel"),
          "coding", Set.of("kernel", "codesets"),
          "edits", Set.of("kernel", "codesets"),
          "pricing", Set.of("kernel", "codesets"),
          "grouping", Set.of("kernel", "codesets"),
          "payer", Set.of("kernel", "codesets", "x12", "edits", "pricing"),
          "workforce", Set.of("kernel", "codesets"),
          "postgres", Set.of("kernel"));

  @Test
  void modulesUseOnlyWhatTheTableAllows() {
    MAY_USE.forEach((module, allowed) -> {
      var packages =
          MAY_USE.keySet().stream()
              .filter(other -> !other.equals(module) && !allowed.contains(other))
              .map(other -> "org.cleanclaim." + other + "..")
              .toArray(String[]::new);
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("org.cleanclaim." + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.cleanclaim.app..", "org.springframework..")
          .check(CLASSES);
    });
  }

  @Test
  void enginesReadNoClockAndNoDatabase() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            "org.cleanclaim.kernel..",
            "org.cleanclaim.codesets..",
            "org.cleanclaim.x12..",
            "org.cleanclaim.coding..",
            "org.cleanclaim.edits..",
            "org.cleanclaim.pricing..",
            "org.cleanclaim.grouping..",
            "org.cleanclaim.workforce..",
            "org.cleanclaim.payer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(CLASSES);
  }

  /// The search of codes weighs words; it knows no amounts.
  // Ranks of words and likelihoods of codes are no money.
  @Test
  void noMoneyInFloatingPoint() {
    ArchRuleDefinition.noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackages("org.cleanclaim.codesets.search", "org.cleanclaim.coding.ranking")
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class)
        .check(CLASSES);
  }

  @Test
  void domainsOfTheApplicationHaveNoCycles() {
    slices().matching("org.cleanclaim.app.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void modulithFindsNothingToComplainAbout() {
    ApplicationModules modules = ApplicationModules.of(CleanclaimApplication.class);

    modules.verify();

    assertThat(modules.stream().count()).isGreaterThan(10);
  }
}
