package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.store.Download;
import org.cleanclaim.codesets.store.InstallReport;
import org.cleanclaim.codesets.store.OfficialFiles;
import org.cleanclaim.codesets.store.SourceFiles;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Installs publishers' files.
@Command(
    name = "install",
    description =
        "Install publishers' own files. Each is recognised by what is in it; a damaged one is"
            + " refused whole, and the others go in.",
    mixinStandardHelpOptions = true)
final class CodesInstallCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(
      names = "--from",
      paramLabel = "PATH|ZIP|URL",
      arity = "1..*",
      description = "Files, folders, ZIP archives, or addresses that begin with http.")
  List<String> sources = List.of();

  @Option(
      names = "--official",
      paramLabel = "SET",
      arity = "1..*",
      description = "Download from the publisher: ${COMPLETION-CANDIDATES}.",
      completionCandidates = OfficialSets.class)
  List<String> official = List.of();

  @Option(
      names = "--as-of",
      description = "The day of service whose editions --official fetches. Default: today")
  @Nullable LocalDate asOf;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description = "Take the files of --official from this address instead of the publisher's.")
  @Nullable String mirror;

  @Option(
      names = "--effective",
      paramLabel = "DATE",
      description = "First day of service, where neither the file nor its name says so.")
  @Nullable LocalDate effectiveFrom;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  boolean isJson;

  /// The names that `--official` takes.
  static final class OfficialSets extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    OfficialSets() {
      super(OfficialFiles.sets());
    }
  }

  @Override
  public Integer call() throws IOException {
    if (sources.isEmpty() && official.isEmpty()) {
      throw CodesCommand.misuse(
          spec, "Say what to install: --from PATH, --from URL or --official SET.");
    }
    long began = System.nanoTime();
    var progress = new InstallProgressLine();
    Path spool = Files.createTempDirectory("cleanclaim-codes");
    try {
      var failed = new ArrayList<InstallReport.Outcome>();
      var files = files(spool, failed, progress);
      var outcomes = new ArrayList<>(failed);
      if (!files.isEmpty()) {
        outcomes.addAll(store.store().install(files, effectiveFrom, progress).outcomes());
        compileWordings(progress);
      }
      progress.done();
      var report = new InstallReport(outcomes);
      if (isJson) {
        System.out.println(OutwardJson.mapper().writeValueAsString(CodesJson.report(report)));
      } else {
        print(report, (System.nanoTime() - began) / 1_000_000);
      }
      return report.isClean() ? Main.DONE : Main.FINDINGS;
    } finally {
      SourceFiles.delete(spool);
    }
  }

  /// Compiles the wordings for suggested codes now, so that the first note need not wait for it.
  private void compileWordings(InstallProgressLine progress) throws IOException {
    CodeSets codeSets = store.store().open();
    Edition newest = codeSets.editions(CodeSystem.ICD10CM).getLast();
    if (newest.starter()) return;
    progress.at("Compiling the wordings of " + newest.name(), 0, 0);
    CodingEngine.of(codeSets, newest.period().from());
  }

  private List<SourceFile> files(
      Path spool, List<InstallReport.Outcome> failed, InstallProgressLine progress)
      throws IOException {
    var locations = new ArrayList<>(sources);
    for (String set : official) {
      locations.addAll(
          OfficialFiles.addresses(set, asOf == null ? today() : asOf, mirror)
              .orElseThrow(() ->
                  CodesCommand.misuse(
                      spec,
                      "There is no official set %s. There are: %s."
                          .formatted(set, String.join(", ", OfficialFiles.sets())))));
    }
    var files = new ArrayList<SourceFile>();
    for (String location : locations) {
      try {
        Path path =
            location.toLowerCase(Locale.ROOT).startsWith("http")
                ? Download.to(spool, location, progress)
                : Path.of(location);
        files.addAll(SourceFiles.at(path, spool));
      } catch (NoSuchFileException e) {
        throw new CommandFailure("There is no file or folder " + location + ". Check the name.");
      } catch (IOException e) {
        failed.add(
            new InstallReport.Refused(
                location, 0, Failures.sentence(e), "Download it again and check its size."));
      }
    }
    return files;
  }

  private static LocalDate today() {
    return LocalDate.now(java.time.ZoneId.systemDefault());
  }

  private static void print(InstallReport report, long milliseconds) {
    int installed = 0;
    for (InstallReport.Outcome outcome : report.outcomes()) {
      switch (outcome) {
        case InstallReport.Installed in -> {
          installed++;
          System.out.printf(
              "Installed   %-22s %-32s %-9s from %s  %,9d rows%s  sha256 %s%s%n",
              in.kind().subject(),
              in.kind().title(),
              in.edition(),
              in.effectiveFrom(),
              in.rows(),
              in.billable() > 0 ? ", %,d billable".formatted(in.billable()) : "",
              in.sha256().substring(0, 12),
              in.replaces().isEmpty() ? "" : "  (replaces " + in.replaces() + ")");
        }
        case InstallReport.Unchanged same ->
            System.out.printf(
                "Unchanged   %-22s %-32s %-9s %s%n",
                same.kind().subject(), same.kind().title(), same.edition(), same.reason());
        case InstallReport.PassedOver over ->
            System.out.printf("Passed over %s: %s%n", over.file(), over.reason());
        case InstallReport.Refused refused ->
            System.out.println("Refused     " + refused.message());
      }
    }
    System.out.printf(
        "%,d tables installed in %.1f s.%s%n",
        installed,
        milliseconds / 1000.0,
        installed > 0 ? " A server that is running uses them after its next start." : "");
  }
}
