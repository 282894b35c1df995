package org.cleanclaim.app.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.pricing.StayFiles;
import org.cleanclaim.app.pricing.StayGrouping;
import org.cleanclaim.app.pricing.StayGrouping.Trials;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.grouping.msdrg.Grouping;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.grouping.msdrg.WhatIf;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The MS-DRG of an inpatient stay: the answer of the command `drg`.
@RestController
class DrgResources {
  private static final int MOST_CODES = 100;

  private final CodeSets codeSets;
  private final AskedDay days;

  DrgResources(CodeSets codeSets, AskedDay days) {
    this.days = days;
    this.codeSets = codeSets;
  }

  /// @param poa Y, N, U, W or 1; null where it is not said
  record DiagnosisBody(@Nullable String code, @Nullable String poa) {}

  /// @param status discharge status of the bill, a number
  /// @param poaReporting whether the hospital reports presence on admission: required, exempt or
  ///   unknown
  /// @param whatIf whether each secondary is tried as principal too
  /// @param claims in place of the rest: text of an 837, of FHIR or of a table, or JSON
  record StayBody(
      @Nullable DiagnosisBody principal,
      @Nullable List<DiagnosisBody> secondaries,
      @Nullable List<String> procedures,
      @Nullable Integer age,
      @Nullable String sex,
      @Nullable Integer status,
      @Nullable String discharged,
      @Nullable String poaReporting,
      @Nullable Boolean whatIf,
      @Nullable JsonNode claims) {}

  /// @param steps how it came to the DRG
  /// @param whatIf what each secondary would lead to as principal; null when not asked for
  record Grouped(Grouping grouping, List<String> steps, @Nullable List<WhatIf.Trial> whatIf) {}

  @PostMapping("/api/v1/drg")
  Object drg(@RequestBody StayBody body) throws IOException {
    CodeParameters.check();
    var grouping = new StayGrouping(codeSets, trials(body));
    if (body.claims() != null) return stays(grouping, body.claims(), body.poaReporting());
    if (body.discharged() == null) throw new BadInput("State discharged as 2026-01-31.");
    LocalDate day = days.of(body.discharged());
    return switch (grouping.group(new StayFiles.Input.Known("", stay(body), day))) {
      case StayGrouping.Result.Grouped grouped ->
          new Grouped(
              grouped.grouping(),
              grouped.steps(),
              trials(body) == Trials.NONE ? null : grouped.whatIf());
      case StayGrouping.Result.Refused refused ->
          throw new IllegalStateException(refused.message() + " " + refused.remedy());
    };
  }

  private static Trials trials(StayBody body) {
    return Boolean.TRUE.equals(body.whatIf()) ? Trials.EACH_PRINCIPAL : Trials.NONE;
  }

  private static List<Object> stays(
      StayGrouping grouping, JsonNode claims, @Nullable String reporting) throws IOException {
    var results = new ArrayList<>();
    var files =
        new StayFiles(reporting(reporting), input -> results.add(grouping.group(input).json()));
    try (InputStream in = SentClaims.stream(claims)) {
      files.read(in, SentClaims.NAME);
    }
    return results;
  }

  private static Stay stay(StayBody body) {
    Integer age = body.age();
    Integer status = body.status();
    if (body.principal() == null || age == null || status == null) {
      throw new BadInput("State principal, age and status.");
    }
    List<DiagnosisBody> secondaries = body.secondaries() == null ? List.of() : body.secondaries();
    List<String> procedures = body.procedures() == null ? List.of() : body.procedures();
    if (secondaries.size() > MOST_CODES || procedures.size() > MOST_CODES) {
      throw new BadInput("A stay has at most %d codes of a kind.".formatted(MOST_CODES));
    }
    Sex sex = CodeParameters.sex(body.sex());
    return new Stay(
        age,
        sex == null ? Sex.UNKNOWN : sex,
        status,
        reporting(body.poaReporting()),
        condition(body.principal()),
        secondaries.stream().map(DrgResources::condition).toList(),
        procedures.stream().map(CodeParameters::code).toList());
  }

  private static Stay.PoaReporting reporting(@Nullable String text) {
    if (text == null) return Stay.PoaReporting.REQUIRED;
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "required" -> Stay.PoaReporting.REQUIRED;
      case "exempt" -> Stay.PoaReporting.EXEMPT;
      case "unknown" -> Stay.PoaReporting.UNKNOWN;
      default -> throw new BadInput("poaReporting has to be required, exempt or unknown.");
    };
  }

  private static Stay.Condition condition(DiagnosisBody diagnosis) {
    String code = diagnosis.code() == null ? "" : CodeParameters.code(diagnosis.code());
    String sign = diagnosis.poa() == null ? "" : diagnosis.poa().strip().toUpperCase(Locale.ROOT);
    if (code.isEmpty()) throw new BadInput("Each diagnosis needs a code.");
    if (!sign.matches("[YNUW1]?")) throw new BadInput("poa has to be Y, N, U, W or 1.");
    return new Stay.Condition(code, PresentOnAdmission.of(sign));
  }
}
