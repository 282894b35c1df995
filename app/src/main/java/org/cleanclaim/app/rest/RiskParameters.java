package org.cleanclaim.app.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.Entitlement;
import org.cleanclaim.grouping.hcc.Medicaid;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.Residence;
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
        isSet(parameters, "new_enrollee") ? Enrollment.NEW : Enrollment.CONTINUING,
        isSet(parameters, "lti") ? Residence.INSTITUTION : Residence.COMMUNITY);
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
