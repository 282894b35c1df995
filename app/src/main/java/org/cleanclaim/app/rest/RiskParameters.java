package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.grouping.hcc.DrugPlan;
import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.Entitlement;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Medicaid;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.Residence;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.cleanclaim.grouping.hcc.Subsidy;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads of whom and of which diagnoses a risk score is asked. No member is named: age, sex and
/// codes are enough.
final class RiskParameters {
  private static final int MOST_CODES = 500;
  private static final int FIRST_YEAR = 2014;
  private static final int LAST_YEAR = 2100;
  private static final int AGED = 65;

  private RiskParameters() {}

  static int year(String name, String text) {
    return CodeParameters.number(name, text, FIRST_YEAR, LAST_YEAR);
  }

  static List<String> codes(@Nullable String text) {
    if (text == null) return List.of();
    List<String> codes =
        Arrays.stream(text.strip().split("[,\\s]+"))
            .filter(code -> !code.isEmpty())
            .map(CodeParameters::code)
            .toList();
    if (codes.size() > MOST_CODES) {
      throw new BadInput("At most %d codes can be asked for at once.".formatted(MOST_CODES));
    }
    return codes;
  }

  static Sex sex(@Nullable String text) {
    Sex sex = CodeParameters.sex(text);
    if (sex == null || sex == Sex.UNKNOWN) throw new BadInput("sex has to be F or M.");
    return sex;
  }

  /// The member as Medicare's models see one.
  static Member member(int age, Sex sex, MultiValueMap<String, String> parameters) {
    Entitlement original =
        Entitlement.ofCode(text(parameters, "orec", age >= AGED ? "0" : ""))
            .orElseThrow(() -> new BadInput("orec has to be 0, 1, 2 or 3; it is needed under 65."));
    if (original == Entitlement.AGE && age < AGED - 1) {
      throw new BadInput("orec 0 means that age gave Medicare; at %d it cannot.".formatted(age));
    }
    return new Member(
        age,
        sex,
        original,
        Medicaid.ofDualCode(text(parameters, "dual", "NA"))
            .orElseThrow(() -> new BadInput("dual has to be 00 to 10 or NA.")),
        enrollment(parameters),
        isSet(parameters, "lti") ? Residence.INSTITUTION : Residence.COMMUNITY,
        kidney(text(parameters, "kidney", "")),
        isSet(parameters, "low_income") ? Subsidy.LOW_INCOME : Subsidy.NONE);
  }

  private static Enrollment enrollment(MultiValueMap<String, String> parameters) {
    boolean isNew = isSet(parameters, "new_enrollee");
    boolean isInSpecialPlan = isSet(parameters, "snp");
    if (isInSpecialPlan && !isNew) {
      throw new BadInput("snp marks new enrollees of special needs plans: state new_enrollee Y.");
    }
    if (!isNew) return Enrollment.CONTINUING;
    return isInSpecialPlan ? Enrollment.NEW_IN_SPECIAL_NEEDS_PLAN : Enrollment.NEW;
  }

  private static KidneyStatus kidney(String stated) {
    if (stated.isEmpty()) return KidneyStatus.NO_FAILURE;
    if (stated.equalsIgnoreCase("dialysis")) return KidneyStatus.DIALYSIS;
    if (stated.matches("[1-9]\\d{0,2}")) return KidneyStatus.ofGraftMonth(Integer.parseInt(stated));
    throw new BadInput("kidney has to be dialysis, or the month after the transplant: 1, 2 ...");
  }

  static RiskModel model(String text) {
    return Arrays.stream(RiskModel.values())
        .filter(model -> model.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () -> new BadInput("model has to be one of " + List.of(RiskModel.values()) + "."));
  }

  static @Nullable DrugPlan plan(@Nullable String text) {
    if (text == null) return null;
    return Arrays.stream(DrugPlan.values())
        .filter(plan -> plan.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(() -> new BadInput("plan has to be ma_pd or pdp."));
  }

  static @Nullable BigDecimal normalization(@Nullable String text) {
    if (text == null) return null;
    if (!text.strip().matches("\\d(\\.\\d{1,4})?") || new BigDecimal(text.strip()).signum() == 0) {
      throw new BadInput("normalization has to be a factor such as 1.062.");
    }
    return new BigDecimal(text.strip());
  }

  private static boolean isSet(MultiValueMap<String, String> parameters, String name) {
    return switch (text(parameters, name, "N").toUpperCase(Locale.ROOT)) {
      case "Y" -> true;
      case "N" -> false;
      default -> throw new BadInput(name + " has to be Y or N.");
    };
  }

  private static String text(
      MultiValueMap<String, String> parameters, String name, String otherwise) {
    String text = parameters.getFirst(name);
    return text == null ? otherwise : text.strip();
  }
}
