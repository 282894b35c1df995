package org.cleanclaim.coding.visit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.code.ProcedureCode;

/// Kinds of visits with their codes from the lowest level and the minutes on the day that each code
/// takes. Source: AMA, CPT E/M guidelines: office visits of 2021, hospital and emergency visits of
/// 2023.
public enum VisitSetting {
  OFFICE_NEW(2021),
  OFFICE_ESTABLISHED(2021),
  HOSPITAL_INITIAL(2023),
  HOSPITAL_SUBSEQUENT(2023),
  EMERGENCY(2023),
  /// Admitted and discharged on one day.
  HOSPITAL_SAME_DAY(2023),
  /// The day of discharge, which goes by time alone.
  HOSPITAL_DISCHARGE(2023),
  OFFICE_CONSULTATION(2023),
  HOSPITAL_CONSULTATION(2023),
  /// At home or in assisted living.
  HOME_NEW(2023),
  HOME_ESTABLISHED(2023);

  private final int since;

  VisitSetting(int since) {
    this.since = since;
  }

  /// The first day of service for which the levels hold.
  public LocalDate since() {
    return LocalDate.of(since, 1, 1);
  }

  /// Whether a code is the level of a visit of any of these kinds.
  public static boolean isLevel(ProcedureCode code) {
    return Arrays.stream(values()).anyMatch(setting -> setting.codes().contains(code.value()));
  }

  /// Whether decision making makes a level.
  boolean isByDecision() {
    return this != HOSPITAL_DISCHARGE;
  }

  boolean isConsultation() {
    return this == OFFICE_CONSULTATION || this == HOSPITAL_CONSULTATION;
  }

  private List<String> codes() {
    return switch (this) {
      case OFFICE_NEW -> List.of("99202", "99203", "99204", "99205");
      case OFFICE_ESTABLISHED -> List.of("99212", "99213", "99214", "99215");
      case HOSPITAL_INITIAL -> List.of("99221", "99222", "99223");
      case HOSPITAL_SUBSEQUENT -> List.of("99231", "99232", "99233");
      case EMERGENCY -> List.of("99282", "99283", "99284", "99285");
      case HOSPITAL_SAME_DAY -> List.of("99234", "99235", "99236");
      case HOSPITAL_DISCHARGE -> List.of("99238", "99239");
      case OFFICE_CONSULTATION -> List.of("99242", "99243", "99244", "99245");
      case HOSPITAL_CONSULTATION -> List.of("99252", "99253", "99254", "99255");
      case HOME_NEW -> List.of("99341", "99342", "99344", "99345");
      case HOME_ESTABLISHED -> List.of("99347", "99348", "99349", "99350");
    };
  }

  private List<Integer> minutes() {
    return switch (this) {
      case OFFICE_NEW -> List.of(15, 30, 45, 60);
      case OFFICE_ESTABLISHED -> List.of(10, 20, 30, 40);
      case HOSPITAL_INITIAL -> List.of(40, 55, 75);
      case HOSPITAL_SUBSEQUENT -> List.of(25, 35, 50);
      case EMERGENCY -> List.of();
      case HOSPITAL_SAME_DAY -> List.of(45, 70, 85);
      case HOSPITAL_DISCHARGE -> List.of(0, 31);
      case OFFICE_CONSULTATION -> List.of(20, 30, 40, 55);
      case HOSPITAL_CONSULTATION -> List.of(35, 45, 60, 80);
      case HOME_NEW -> List.of(15, 30, 60, 75);
      case HOME_ESTABLISHED -> List.of(20, 30, 40, 60);
    };
  }

  /// The code for a level of decision making; hospital visits have one code for the two lowest.
  public ProcedureCode code(DecisionMaking.Level level) {
    List<String> codes = codes();
    int below = DecisionMaking.Level.HIGHEST_RANK - level.rank();
    return ProcedureCode.parse(codes.get(Math.max(0, codes.size() - 1 - below))).orElseThrow();
  }

  /// The code for the practitioner's whole time on the day; empty below the lowest, and for
  /// emergency visits, which have no time.
  public Optional<ProcedureCode> code(int minutesOnTheDay) {
    Optional<ProcedureCode> found = Optional.empty();
    for (int i = 0; i < minutes().size(); i++) {
      if (minutesOnTheDay >= minutes().get(i)) found = ProcedureCode.parse(codes().get(i));
    }
    return found;
  }
}
