package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.Grouping;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.grouping.msdrg.WhatIf;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The MS-DRG of an inpatient stay: the answer of the command `drg`.
@RestController
class DrgResources {
  private static final int MOST_CODES = 100;

  private final CodeSets codeSets;

  DrgResources(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// @param poa Y, N, U, W or 1; null where it is not said
  record DiagnosisBody(@Nullable String code, @Nullable String poa) {}

  /// @param status discharge status of the bill, a number
  /// @param poaReporting whether the hospital reports presence on admission: required, exempt or
  ///   unknown
  /// @param whatIf whether each secondary is tried as principal too
  record StayBody(
      @Nullable DiagnosisBody principal,
      @Nullable List<DiagnosisBody> secondaries,
      @Nullable List<String> procedures,
      @Nullable Integer age,
      @Nullable String sex,
      @Nullable Integer status,
      @Nullable String discharged,
      @Nullable String poaReporting,
      @Nullable Boolean whatIf) {}

  /// @param steps how it came to the DRG
  /// @param whatIf what each secondary would lead to as principal; null when not asked for
  record Grouped(Grouping grouping, List<String> steps, @Nullable List<WhatIf.Trial> whatIf) {}

  @PostMapping("/api/v1/drg")
  Grouped drg(@RequestBody StayBody body) {
    CodeParameters.check();
    if (body.discharged() == null) throw new BadInput("State discharged as 2026-01-31.");
    LocalDate day = CodeParameters.day(body.discharged());
    Stay stay = stay(body);
    GrouperVersion version =
        GrouperVersion.on(day)
            .orElseThrow(
                () -> new BadInput("No version of the grouper is known for %s.".formatted(day)));
    GrouperTables tables =
        codeSets
            .rules(PublicationKind.MSDRG_LOGIC, day)
            .map(table -> table.view(RuleTables.class, GrouperTables.class, GrouperTables::of))
            .filter(known -> known.has(version))
            .orElseThrow(() ->
                new IllegalStateException(
                    "No MS-DRG grouper logic is installed for %s. Install it with `cleanclaim codes install`."
                        .formatted(day)));
    var grouper = new MsDrgGrouper(tables);
    Grouping grouping = grouper.group(stay, version);
    return new Grouped(
        grouping,
        grouper.explain(grouping),
        Boolean.TRUE.equals(body.whatIf()) ? WhatIf.eachPrincipal(grouper, stay, version) : null);
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
