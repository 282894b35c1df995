package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.intake.Intake;
import org.cleanclaim.app.intake.IntakeReport;
import org.cleanclaim.app.remittance.PostResult;
import org.cleanclaim.kernel.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes X12 files: remittances are posted, acknowledgments and answers are matched.
@Command(
    name = "post",
    description = "Take X12 files of payers: post remittances, match acknowledgments.",
    mixinStandardHelpOptions = true)
final class PostCommand implements Callable<Integer> {
  @Mixin HomeOptions options = new HomeOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files such as an 835.")
  List<Path> filePaths = List.of();

  @Override
  public Integer call() throws IOException {
    for (Path file : filePaths) {
      if (!Files.isRegularFile(file)) {
        throw new CommandFailure("There is no file " + file + ". Check the name.");
      }
    }
    boolean isClean = true;
    try (var open = options.open();
        var context = ApplicationStart.withoutPages(open.home(), open.database())) {
      var actor = options.practice(context);
      var intake = context.getBean(Intake.class);
      for (Path file : filePaths) {
        byte[] bytes = Files.readAllBytes(file);
        IntakeReport report =
            Acting.as(actor, () -> intake.receive(file.getFileName().toString(), bytes));
        isClean &= print(report);
      }
    }
    return isClean ? Main.DONE : Main.FINDINGS;
  }

  private static boolean print(IntakeReport report) {
    System.out.println(report.fileName() + (report.isRepeat() ? " (received before)" : ""));
    boolean isClean = true;
    for (PostResult result : report.remittances()) {
      System.out.println("  " + inWords(result));
      isClean &=
          !(result instanceof PostResult.OutOfBalance || result instanceof PostResult.Stopped);
    }
    if (report.remittances().isEmpty()) {
      System.out.println(
          "  %d parts matched, %d unknown".formatted(report.handled(), report.unknown()));
    }
    for (Finding finding : report.findings()) {
      isClean &= !finding.blocks();
      System.out.println(
          "  %s %s: %s %s"
              .formatted(
                  finding.rule(), finding.place().inWords(), finding.message(), finding.remedy()));
    }
    return isClean;
  }

  private static String inWords(PostResult result) {
    return switch (result) {
      case PostResult.Posted posted ->
          "remittance %s: %s posted, %d claims, %d on the unmatched list%s"
              .formatted(
                  posted.trace(),
                  posted.paid(),
                  posted.claims(),
                  posted.unmatched(),
                  posted.booked() == null ? "" : ". " + posted.booked().sentence());
      case PostResult.AlreadyPosted already ->
          "remittance %s was received before; nothing was changed".formatted(already.trace());
      case PostResult.OutOfBalance out ->
          "remittance %s does not balance and was kept without posting: %s"
              .formatted(
                  out.trace(),
                  out.failures().stream()
                      .map(f -> f.place() + ": " + f.equation().inWords())
                      .toList());
      case PostResult.Stopped stopped ->
          "remittance %s was kept without posting: %s %s"
              .formatted(stopped.trace(), stopped.sentence(), stopped.remedy());
    };
  }
}
