package org.cleanclaim.app.risk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.Entitlement;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Medicaid;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.Residence;
import org.cleanclaim.grouping.hcc.Subsidy;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// What files say of one member: fields as they were written, and diagnoses.
final class MemberRecord {
  private static final int AGED = 65;

  private final String id;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Set<Dated> dated = new LinkedHashSet<>();
  private final Set<String> drugs = new LinkedHashSet<>();

  /// A diagnosis with the last day of the service, where it is known.
  record Dated(String code, @Nullable LocalDate on) {}

  MemberRecord(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  Set<String> diagnoses() {
    var codes = new LinkedHashSet<String>();
    for (Dated diagnosis : dated) codes.add(diagnosis.code());
    return codes;
  }

  Set<Dated> dated() {
    return dated;
  }

  /// NDCs of prescriptions and HCPCS codes of services.
  Set<String> drugs() {
    return drugs;
  }

  /// Takes a field that no earlier row stated.
  ///
  /// @return the other value that an earlier row has, if it has one
  Optional<String> put(String name, String value) {
    if (value.isBlank()) return Optional.empty();
    String before = fields.putIfAbsent(name, value.strip());
    return Optional.ofNullable(before).filter(other -> !other.equals(value.strip()));
  }

  /// The member as the models see it, or why there is none.
  sealed interface Outcome {
    record Known(Member member, String assumption) implements Outcome {}

    record Impossible(RiskFinding finding) implements Outcome {}
  }

  /// The member in a payment year.
  Outcome member(int paymentYear) {
    Integer age = age(paymentYear);
    if (age == null || age < 0 || age > Member.OLDEST_YEARS) {
      return impossible(
          "\"%s\" is no age or day of birth.".formatted(fields.getOrDefault("dob", field("age"))),
          "State dob as 1950-02-28, or age in years on 1 February of the payment year.");
    }
    Sex sex = sex();
    if (sex == Sex.UNKNOWN) {
      return impossible("\"%s\" is no sex.".formatted(field("sex")), "State F or M.");
    }
    String orec = field("orec");
    boolean isAssumed = orec.isEmpty() && age >= AGED;
    var original = Entitlement.ofCode(isAssumed ? "0" : orec);
    if (original.isEmpty()) {
      return impossible(
          orec.isEmpty()
              ? "The original reason for entitlement (orec) is not stated."
              : "\"%s\" is no original reason for entitlement.".formatted(orec),
          "State orec as 0, 1, 2 or 3; a member under 65 cannot be scored without it.");
    }
    if (age < AGED - 1 && original.get() == Entitlement.AGE) {
      return impossible(
          "A member of %d years cannot have Medicare by age (orec 0).".formatted(age),
          "Correct the day of birth or orec.");
    }
    var medicaid = Medicaid.ofDualCode(field("dual"));
    if (medicaid.isEmpty()) {
      return impossible(
          "\"%s\" is no dual status code.".formatted(field("dual")),
          "State dual as 00 to 10 or NA.");
    }
    String flag = wrongFlag();
    if (!flag.isEmpty()) {
      return impossible(
          "\"%s\" is no answer for %s.".formatted(field(flag), flag), "State Y or N.");
    }
    Optional<KidneyStatus> kidney = kidney();
    if (kidney.isEmpty()) {
      return impossible(
          "\"%s\" says nothing of the kidneys.".formatted(field("kidney")),
          "State kidney as dialysis, as the month after the transplant (1, 2 ...), or not at all.");
    }
    if (is("snp") && !is("new_enrollee")) {
      return impossible(
          "snp marks new enrollees of special needs plans, but new_enrollee is not Y.",
          "State new_enrollee Y, or leave snp out.");
    }
    return new Outcome.Known(
        new Member(
            age,
            sex,
            original.get(),
            medicaid.get(),
            !is("new_enrollee")
                ? Enrollment.CONTINUING
                : is("snp") ? Enrollment.NEW_IN_SPECIAL_NEEDS_PLAN : Enrollment.NEW,
            is("lti") ? Residence.INSTITUTION : Residence.COMMUNITY,
            kidney.get(),
            is("low_income") ? Subsidy.LOW_INCOME : Subsidy.NONE),
        isAssumed ? "No original reason for entitlement is stated; age (0) is assumed." : "");
  }

  Outcome impossible(String reason, String remedy) {
    return new Outcome.Impossible(new RiskFinding("member " + id, reason, remedy));
  }

  private @Nullable Integer age(int paymentYear) {
    try {
      if (fields.containsKey("dob")) {
        LocalDate born = LocalDate.parse(field("dob"));
        return born.isAfter(LocalDate.of(paymentYear, 2, 1))
            ? -1
            : Member.ageYears(born, paymentYear);
      }
      return Integer.valueOf(field("age"));
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  Sex sex() {
    return switch (field("sex").toUpperCase(Locale.ROOT)) {
      case "F", "FEMALE", "2" -> Sex.FEMALE;
      case "M", "MALE", "1" -> Sex.MALE;
      default -> Sex.UNKNOWN;
    };
  }

  private Optional<KidneyStatus> kidney() {
    String stated = field("kidney").toLowerCase(Locale.ROOT);
    if (stated.isEmpty()) return Optional.of(KidneyStatus.NO_FAILURE);
    if (stated.equals("dialysis")) return Optional.of(KidneyStatus.DIALYSIS);
    return stated.matches("[1-9]\\d{0,2}")
        ? Optional.of(KidneyStatus.ofGraftMonth(Integer.parseInt(stated)))
        : Optional.empty();
  }

  private String wrongFlag() {
    for (String name : new String[] {"lti", "new_enrollee", "snp", "low_income"}) {
      if (!field(name).matches("(?i)|y|n|1|0|true|false|yes|no")) return name;
    }
    return "";
  }

  private boolean is(String name) {
    return field(name).matches("(?i)y|1|true|yes");
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
