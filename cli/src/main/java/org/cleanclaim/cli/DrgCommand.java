package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.app.pricing.StayFiles;
import org.cleanclaim.app.pricing.StayGrouping;
import org.cleanclaim.app.pricing.StayGrouping.Trials;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.ReturnCode;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.grouping.msdrg.WhatIf;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Groups an inpatient stay into its MS-DRG.
@Command(
    name = "drg",
    description = "Group an inpatient stay into its MS-DRG, and say why.",
    mixinStandardHelpOptions = true)
final class DrgCommand implements Callable<Integer> {
  private static final int UNSAID = -1;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Files of stays in place of the options: 837 institutional, FHIR, a table with commas or"
              + " JSON.")
  List<Path> files = List.of();

  @Option(names = "--principal", paramLabel = "CODE[:POA]", description = "Principal diagnosis.")
  String principal = "";

  @Option(
      names = "--secondary",
      paramLabel = "CODE[:POA]",
      description = "Secondary diagnosis with Y, N, U, W or 1; may be given several times.")
  List<String> secondaries = List.of();

  @Option(
      names = "--procedure",
      paramLabel = "CODE",
      description = "ICD-10-PCS code; may be given several times.")
  List<String> procedures = List.of();

  @Option(names = "--age", description = "Age at admission, in years.")
  int ageYears = UNSAID;

  @Option(names = "--sex", converter = SexOption.class, description = "F, M or U.")
  Sex sex = Sex.UNKNOWN;

  @Option(names = "--status", description = "Patient discharge status of the bill: 1 went home.")
  int status = UNSAID;

  @Option(names = "--discharged", description = "Day of discharge.")
  @Nullable LocalDate discharged;

  @Option(
      names = "--poa-reporting",
      defaultValue = "REQUIRED",
      description =
          "Whether the hospital reports presence on admission: ${COMPLETION-CANDIDATES}. Default:"
              + " REQUIRED")
  Stay.PoaReporting reporting = Stay.PoaReporting.REQUIRED;

  @Option(names = "--explain", description = "Say how it came to the DRG.")
  boolean isExplained;

  @Option(names = "--what-if", description = "Try each secondary diagnosis as principal.")
  boolean isTried;

  @Option(names = "--json", description = "Print the grouping as JSON.")
  boolean isJson;

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Override
  public Integer call() throws IOException {
    var grouping =
        new StayGrouping(store.store().open(), isTried ? Trials.EACH_PRINCIPAL : Trials.NONE);
    if (files.isEmpty()) return groupTyped(grouping);
    var results = new ArrayList<StayGrouping.Result>();
    var reader =
        new StayFiles(
            reporting,
            input -> {
              var result = grouping.group(input);
              results.add(result);
              if (!isJson) print(result);
            });
    for (Path file : X12Input.files(files)) {
      try (InputStream in = X12Input.open(file)) {
        reader.read(in, X12Input.name(file));
      }
    }
    if (isJson) {
      System.out.println(
          OutwardJson.mapper()
              .writeValueAsString(results.stream().map(StayGrouping.Result::json).toList()));
    }
    return !results.isEmpty() && results.stream().allMatch(StayGrouping.Result::isFinished)
        ? Main.DONE
        : Main.FINDINGS;
  }

  private int groupTyped(StayGrouping grouping) {
    StayGrouping.Result result = grouping.group(typed());
    if (result instanceof StayGrouping.Result.Refused refused) {
      throw new CommandFailure(refused.message() + " " + refused.remedy());
    }
    if (isJson && result instanceof StayGrouping.Result.Grouped grouped) {
      System.out.println(
          OutwardJson.mapper().writeValueAsString(isTried ? grouped.json() : grouped.grouping()));
    } else {
      print(result);
    }
    return result.isFinished() ? Main.DONE : Main.FINDINGS;
  }

  private StayFiles.Input typed() {
    LocalDate day = discharged;
    if (principal.isEmpty() || ageYears == UNSAID || status == UNSAID || day == null) {
      throw new CommandFailure(
          "State --principal, --age, --sex, --status and --discharged, or name files of stays.");
    }
    return new StayFiles.Input.Known(
        "",
        new Stay(
            ageYears,
            sex,
            status,
            reporting,
            condition(principal),
            secondaries.stream().map(DrgCommand::condition).toList(),
            procedures.stream().map(StayFiles::code).toList()),
        day);
  }

  private void print(StayGrouping.Result result) {
    switch (result) {
      case StayGrouping.Result.Refused refused ->
          System.out.printf(
              "%s: no DRG. %s %s%n", refused.id(), refused.message(), refused.remedy());
      case StayGrouping.Result.Grouped grouped -> {
        print(grouped.id(), grouped.steps());
        print(grouped.whatIf(), grouped.tables(), grouped.version());
      }
    }
  }

  private void print(String id, List<String> steps) {
    String before = id.isEmpty() ? "" : id + ": ";
    if (isExplained) {
      if (!id.isEmpty()) System.out.println(id);
      steps.forEach(System.out::println);
    } else {
      System.out.println(before + steps.getLast());
    }
  }

  private static void print(
      List<WhatIf.Trial> trials, GrouperTables tables, GrouperVersion version) {
    for (WhatIf.Trial trial : trials) {
      System.out.printf(
          "If %s were principal: DRG %03d %s%n",
          trial.principal(),
          trial.result().drg(),
          trial.result().returnCode() == ReturnCode.OK
              ? tables.drgTitle(trial.result().drg(), version).orElse("")
              : trial.result().returnCode().meaning());
    }
  }

  private static Stay.Condition condition(String text) {
    try {
      return StayFiles.condition(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "\"%s\" is no diagnosis with a sign of presence on admission. Write CODE:Y, or N, U, W, 1."
              .formatted(text));
    }
  }
}
