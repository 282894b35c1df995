package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Overriding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.code.Rarc;
import org.jspecify.annotations.Nullable;

/// The catalog of rules. What each is for, how much it weighs, where it comes from and which denial
/// it prevents stands in its row of `rules.tsv`.
@SuppressWarnings("ImmutableEnumChecker") // the values of the kernel are immutable records
public enum Rule {
  TOTAL_IS_SUM,
  HAS_LINES,
  UNITS_POSITIVE,
  CHARGE_POSITIVE,
  DATES_IN_ORDER,
  PATIENT_BIRTH,
  PATIENT_SEX,
  PATIENT_ADDRESS,
  MEMBER_ID,
  BILLING_PROVIDER,
  RENDERING_PROVIDER,
  HAS_DIAGNOSIS,
  DIAGNOSIS_VALID,
  DIAGNOSIS_COMPLETE,
  DIAGNOSIS_ONCE,
  POINTERS,
  PROCEDURE_VALID,
  MODIFIER_VALID,
  PLACE_VALID,
  EXCLUDES1,
  EXTERNAL_CAUSE_FIRST,
  SEX_CONFLICT,
  AGE_CONFLICT,
  PTP,
  MUE,
  ADD_ON,
  SIDE_CONFLICT,
  VISIT_MODIFIER,
  MODIFIER_ONCE,
  EXACT_DUPLICATE,
  LATE,
  SOON_LATE,
  AUTHORIZATION,
  INACTIVE,
  WORK_INJURY,
  WORK_TO_HEALTH_PLAN,
  AUTO_STATE,
  TAXONOMY_VALID,
  TAX_ID_REAL,
  MANIFESTATION_FIRST,
  CODE_FIRST,
  SEQUELA_ORDER,
  COMPONENT_CONFLICT,
  MODIFIER_KIND,
  GLOBAL_EARLIER,
  GLOBAL_VISIT,
  NOT_COVERED,
  TOO_FREQUENT,
  NOTICE_CONFLICT,
  NOTICE_NEEDLESS,
  NOTICE_MISSING,
  NOTICE_MEDICARE,
  POSSIBLE_DUPLICATE,
  AUTHORIZATION_UNKNOWN,
  AUTHORIZATION_CHOICE,
  AUTHORIZATION_DATES,
  AUTHORIZATION_CODES,
  AUTHORIZATION_UNITS,
  NOT_COVERED_THAT_DAY,
  WORK_EMPLOYER,
  ACCIDENT_DATE,
  AUTO_PAYER,
  MEDICARE_SECOND,
  FAMILY_FAILED,

  // Institutional claims
  BILL_TYPE,
  STATEMENT_PERIOD,
  REVENUE_CODE,
  REVENUE_NEEDS_PROCEDURE,
  BILL_CODE,
  OCCURRENCE_SPAN,
  PRESENT_ON_ADMISSION,
  ADMISSION,
  PATIENT_STATUS,
  MCE_INVALID_CODE,
  MCE_INVALID_ADMIT_DX,
  MCE_INVALID_AGE,
  MCE_INVALID_SEX,
  MCE_INVALID_DISCHARGE_STATUS,
  MCE_DUPLICATE_OF_PDX,
  MCE_AGE_CONFLICT,
  MCE_SEX_CONFLICT,
  MCE_E_CODE_AS_PDX,
  MCE_MANIFESTATION_AS_PDX,
  MCE_QUESTIONABLE_ADMISSION,
  MCE_UNACCEPTABLE_PDX,
  MCE_REQUIRES_SDX,
  MCE_UNSPECIFIED,
  MCE_WRONG_PROCEDURE_PERFORMED,
  MCE_NON_COVERED,
  MCE_LIMITED_COVERAGE,
  MCE_INCONSISTENT_WITH_LENGTH_OF_STAY,
  MCE_QUESTIONABLE_OBSTETRIC_ADMISSION;

  private static final Map<String, Rule> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toMap(rule -> rule.row.id().value(), rule -> rule));

  private final RuleRow row = RuleRow.of(name());

  /// The rule of an id.
  public static Optional<Rule> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /// The stable id, for example `DEMO-MEMBER-ID`.
  public RuleId id() {
    return row.id();
  }

  /// The family of checks it runs with.
  public Layer layer() {
    return row.layer();
  }

  /// How much it weighs.
  public Severity severity() {
    return row.severity();
  }

  /// What the rule asks for, in one sentence.
  public String intent() {
    return row.intent();
  }

  /// Where it stands and since which day of service it holds.
  public Citation source() {
    return row.source();
  }

  /// The reason code (CARC) a payer would deny with.
  public @Nullable Carc expectedDenial() {
    return row.expectedDenial();
  }

  /// The remark code (RARC) that would come with it.
  public @Nullable Rarc expectedRemark() {
    return row.expectedRemark();
  }

  /// Who may go on in spite of it.
  public Overriding overriding() {
    return row.overriding();
  }

  /// Whether the rule holds for services of a day.
  public boolean holdsOn(LocalDate day) {
    return row.source().period().contains(day);
  }

  /// A finding of this rule at a place.
  public Finding at(Place place, String message, String remedy) {
    return at(place, message, remedy, row.source());
  }

  /// A finding of a rule whose table has dates of its own.
  Finding at(Place place, String message, String remedy, Citation table) {
    return new Finding(
        row.id(),
        row.layer(),
        row.severity(),
        place,
        message,
        remedy,
        row.expectedDenial(),
        table,
        row.expectedRemark(),
        row.overriding());
  }

  /// A finding of this rule on a line, at one of its fields.
  public Finding onLine(int line, @Nullable String field, String message, String remedy) {
    return at(new Place(line, field, null, null, null), message, remedy);
  }
}
