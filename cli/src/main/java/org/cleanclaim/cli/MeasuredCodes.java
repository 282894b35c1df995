package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.codesets.store.SourceFiles;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// On which code sets a measurement runs.
final class MeasuredCodes {
  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(
      names = "--codes",
      paramLabel = "DIR",
      description =
          "Install the publishers' files of a folder for this run only. Default: what is"
              + " installed.")
  @Nullable Path codes;

  @Option(
      names = "--as-of",
      description = "Day of service. Default: the first of the newest edition.")
  @Nullable LocalDate asOf;

  /// What is done with them; gives the exit code.
  @FunctionalInterface
  interface Run {
    int with(CodeSets codeSets) throws IOException;
  }

  int measure(Run run) throws IOException {
    if (codes == null) return run.with(store.store().open());
    Path temporary = Files.createTempDirectory("cleanclaim-bench");
    try {
      var files = SourceFiles.at(codes, Files.createDirectory(temporary.resolve("spool")));
      var progress = new InstallProgressLine();
      var installed = CodeStore.at(temporary.resolve("codesets"));
      installed.install(files, null, progress);
      progress.done();
      return run.with(installed.open());
    } finally {
      SourceFiles.delete(temporary);
    }
  }

  /// The edition of ICD-10-CM to measure with; says so when it is only the starter set.
  Edition edition(CodeSets codeSets) {
    Edition edition =
        asOf != null
            ? codeSets
                .edition(CodeSystem.ICD10CM, asOf)
                .orElseThrow(() ->
                    new CommandFailure(
                        "No edition of ICD-10-CM is in force on "
                            + asOf
                            + ". Install one or give another day with --as-of."))
            : codeSets.editions(CodeSystem.ICD10CM).stream()
                .max(Comparator.comparing(each -> each.period().from()))
                .orElseThrow();
    if (edition.starter()) {
      System.err.println(
          "Only the starter set is installed, so most codes cannot be found. Install ICD-10-CM or"
              + " give --codes.");
    }
    return edition;
  }

  /// The day of service to measure for.
  LocalDate day(Edition edition) {
    return asOf != null ? asOf : edition.period().from();
  }
}
