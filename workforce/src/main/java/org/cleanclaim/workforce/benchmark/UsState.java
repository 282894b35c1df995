package org.cleanclaim.workforce.benchmark;

import java.util.Arrays;
import java.util.Optional;

/// The states, the District of Columbia, and the territories that the Bureau of Labor Statistics
/// surveys, by postal code (USPS Publication 28, appendix B).
public enum UsState {
  AL("Alabama"),
  AK("Alaska"),
  AZ("Arizona"),
  AR("Arkansas"),
  CA("California"),
  CO("Colorado"),
  CT("Connecticut"),
  DE("Delaware"),
  DC("District of Columbia"),
  FL("Florida"),
  GA("Georgia"),
  GU("Guam"),
  HI("Hawaii"),
  ID("Idaho"),
  IL("Illinois"),
  IN("Indiana"),
  IA("Iowa"),
  KS("Kansas"),
  KY("Kentucky"),
  LA("Louisiana"),
  ME("Maine"),
  MD("Maryland"),
  MA("Massachusetts"),
  MI("Michigan"),
  MN("Minnesota"),
  MS("Mississippi"),
  MO("Missouri"),
  MT("Montana"),
  NE("Nebraska"),
  NV("Nevada"),
  NH("New Hampshire"),
  NJ("New Jersey"),
  NM("New Mexico"),
  NY("New York"),
  NC("North Carolina"),
  ND("North Dakota"),
  OH("Ohio"),
  OK("Oklahoma"),
  OR("Oregon"),
  PA("Pennsylvania"),
  PR("Puerto Rico"),
  RI("Rhode Island"),
  SC("South Carolina"),
  SD("South Dakota"),
  TN("Tennessee"),
  TX("Texas"),
  UT("Utah"),
  VT("Vermont"),
  VI("Virgin Islands"),
  VA("Virginia"),
  WA("Washington"),
  WV("West Virginia"),
  WI("Wisconsin"),
  WY("Wyoming");

  private final String title;

  UsState(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// From a postal code or a name, whatever its case.
  public static Optional<UsState> parse(String text) {
    String wanted = text.strip();
    return Arrays.stream(values())
        .filter(s -> s.name().equalsIgnoreCase(wanted) || s.title.equalsIgnoreCase(wanted))
        .findFirst();
  }

  /// The name of a postal code; the code itself where it is none.
  public static String titleOf(String code) {
    return parse(code).map(UsState::title).orElse(code);
  }
}
