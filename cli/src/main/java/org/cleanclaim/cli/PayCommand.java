package org.cleanclaim.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.app.pay.PayViews;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.career.Career;
import org.cleanclaim.workforce.estimate.Estimate;
import org.cleanclaim.workforce.estimate.Estimator;
import org.cleanclaim.workforce.estimate.Profile;
import org.cleanclaim.workforce.estimate.ProfileQuestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what coders and billers earn by published figures.
@Command(
    name = "pay",
    description =
        "What coders and billers earn: without options the tables, with them a range for the"
            + " profile and every published figure it rests on.",
    mixinStandardHelpOptions = true,
    subcommands = {PayInstallCommand.class, PayListCommand.class})
final class PayCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin PayStoreOptions store = new PayStoreOptions();

  @Option(names = "--state", description = "State, by code or name.")
  String state = "";

  @Option(names = "--metro", description = "Metropolitan area; words of its title are enough.")
  String metro = "";

  @Option(
      names = "--credential",
      paramLabel = "CODE",
      description = "Credential held; several with commas or repeated. none: no credential.")
  List<String> credentials = List.of();

  @Option(names = "--position", description = "Job title.")
  String position = "";

  @Option(names = "--setting", description = "Kind of workplace.")
  String setting = "";

  @Option(names = "--years-of-experience", paramLabel = "N", description = "Whole years.")
  String years = "";

  @Option(
      names = "--compare",
      paramLabel = "NAME=VALUE[;...]",
      description =
          "A second profile beside the first: what differs, as credential=CPC,CIC;state=TX. Names:"
              + " credential, years, state, metro, setting, position.")
  @Nullable String other;

  @Option(names = "--json", description = "Print as JSON.")
  boolean isJson;

  @Option(names = "--csv", description = "Print as comma-separated values.")
  boolean isCsv;

  @Override
  public Integer call() throws IOException {
    if (isJson && isCsv) throw CodesCommand.misuse(spec, "Choose --json or --csv.");
    Benchmarks benchmarks = store.store().open().benchmarks();
    var question =
        new ProfileQuestion(String.join(",", credentials), years, state, metro, setting, position);
    if (question.equals(ProfileQuestion.BLANK) && other == null) {
      print(benchmarks);
      return Main.DONE;
    }
    var estimator = new Estimator(benchmarks);
    var estimates = new ArrayList<Estimate>();
    estimates.add(estimate(estimator, profile(question, benchmarks)));
    if (other != null) {
      estimates.add(estimate(estimator, profile(changed(question, other), benchmarks)));
    }
    print(estimates);
    return Main.DONE;
  }

  private Profile profile(ProfileQuestion question, Benchmarks benchmarks) {
    return switch (question.in(benchmarks, Career.builtIn())) {
      case ProfileQuestion.Answer.Understood understood -> understood.profile();
      case ProfileQuestion.Answer.Unknown unknown ->
          throw CodesCommand.misuse(spec, String.join("\n", unknown.problems()));
    };
  }

  private static Estimate estimate(Estimator estimator, Profile profile) {
    return estimator
        .estimate(profile)
        .orElseThrow(() -> new CommandFailure("No figure is published that speaks of this."));
  }

  private ProfileQuestion changed(ProfileQuestion first, String differences) {
    var values = new LinkedHashMap<String, String>();
    values.put("credential", first.credentials());
    values.put("years", first.years());
    values.put("state", first.state());
    values.put("metro", first.metro());
    values.put("setting", first.setting());
    values.put("position", first.position());
    for (String difference : differences.split(";", -1)) {
      String[] parts = difference.split("=", 2);
      String name = parts[0].strip();
      if (parts.length < 2 || !values.containsKey(name)) {
        throw CodesCommand.misuse(
            spec,
            "\"%s\" is no NAME=VALUE of --compare. Names: %s."
                .formatted(difference.strip(), String.join(", ", values.keySet())));
      }
      values.put(name, parts[1].strip());
    }
    var all = List.copyOf(values.values());
    return new ProfileQuestion(
        all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5));
  }

  private void print(Benchmarks benchmarks) {
    if (isJson) {
      json(PayViews.tables(benchmarks));
    } else if (isCsv) {
      PayCsv.tables(benchmarks).forEach(System.out::println);
    } else {
      PayText.tables(benchmarks).forEach(System.out::println);
    }
  }

  private void print(List<Estimate> estimates) {
    if (isJson) {
      json(estimates.stream().map(PayViews::estimate).toList());
    } else if (isCsv) {
      PayCsv.estimates(estimates).forEach(System.out::println);
    } else {
      PayText.estimates(estimates).forEach(System.out::println);
    }
  }

  private static void json(Object view) {
    System.out.println(OutwardJson.mapper().writeValueAsString(view));
  }
}
